'use client';
import { useRouter } from 'next/navigation';
import type { LookProgress } from '@/app/_client/doubts';
import { DoubtsProgress } from './doubts-progress';

/** The progress of the look on a page that shows what comes of it: made anew when the look has ended. */
export function RefreshingProgress({ atFirst }: { atFirst: LookProgress | null }) {
  const router = useRouter();
  // Keyed by whether there is one: a page that is made anew tells of a look that has begun since.
  return <DoubtsProgress key={String(atFirst !== null)} atFirst={atFirst} onEnd={() => router.refresh()} />;
}
