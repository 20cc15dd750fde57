'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import classes from './site-header.module.css';

export function NavLink({ href, children }: { href: string; children: ReactNode }) {
  const isHere = usePathname().startsWith(href);
  return (
    <Link href={href} className={classes.link} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}
