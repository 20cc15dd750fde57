'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { countDoubted } from '@/app/_client/doubts';
import { isAbort } from '@/app/_client/http';
import { DoubtsProgress } from '@/app/questions/_components/doubts-progress';

const NOTHING_YET = { done: 0, total: 0 };

/** How many references of what was just imported are doubted, and how far the look has come until that is known; nothing when there are none. */
export function DoubtedNote({ documentIds }: { documentIds: readonly string[] }) {
  const t = useTranslations('doubts');
  const [count, setCount] = useState<number | 'unknown' | 'looking'>('looking');
  const key = documentIds.join(' ');
  useEffect(() => {
    const leaving = new AbortController();
    countDoubted(key.split(' '), leaving.signal).then(setCount, (error: unknown) => {
      if (!isAbort(error)) setCount('unknown');
    });
    return () => leaving.abort();
  }, [key]);
  if (count === 'looking') return <DoubtsProgress atFirst={NOTHING_YET} onEnd={() => undefined} />;
  if (count === 0) return null;
  return (
    <p role="status" data-testid="doubted-note">
      {count === 'unknown' ? t('countUnknown') : t('count', { count })}{' '}
      <Link href="/questions?doubted=1#browse" className="viva-link">
        {t('showThem')}
      </Link>
    </p>
  );
}
