'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { countDoubted } from '@/app/_client/doubts';
import { isAbort } from '@/app/_client/http';

/** How many references of what was just imported are doubted; nothing until it is known, or when there are none. */
export function DoubtedNote({ documentIds }: { documentIds: readonly string[] }) {
  const t = useTranslations('doubts');
  const [count, setCount] = useState<number | 'unknown'>(0);
  const key = documentIds.join(' ');
  useEffect(() => {
    const leaving = new AbortController();
    countDoubted(key.split(' '), leaving.signal).then(setCount, (error: unknown) => {
      if (!isAbort(error)) setCount('unknown');
    });
    return () => leaving.abort();
  }, [key]);
  if (count === 0) return null;
  return (
    <p role="status" data-testid="doubted-note">
      {count === 'unknown' ? t('countUnknown') : t('count', { count })}{' '}
      <Link href="/questions?doubted=1" className="viva-link">
        {t('showThem')}
      </Link>
    </p>
  );
}
