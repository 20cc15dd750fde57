'use client';
import { Button, Progress } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { type FetchProgress, fetchWeights } from '@/app/_client/settings';
import { useFailureWords } from '@/app/_client/use-failure-words';
import { useRequest } from '@/app/_client/use-request';
import type { SettingsView } from '@/lib/ports';

/** Bytes in a megabyte, as people count downloads. */
const MB = 1_000_000;

/** The weights of the local model: there, on their way, or to be fetched. */
export function Weights({ weights }: { weights: SettingsView['weights'] }) {
  const t = useTranslations('settings');
  const router = useRouter();
  const words = useFailureWords();
  const { failure, run } = useRequest();
  // A fetch that was begun on an earlier visit, or by another tab, is joined.
  const [isWanted, setIsWanted] = useState(weights.state === 'fetching');
  const [progress, setProgress] = useState<FetchProgress>({ bytesDone: 0, bytesTotal: 0 });
  useEffect(() => {
    if (!isWanted) return;
    const leaving = new AbortController();
    void run(() => fetchWeights(setProgress, leaving.signal)).then((isThere) => {
      if (leaving.signal.aborted) return;
      setIsWanted(false);
      if (isThere) router.refresh();
    });
    return () => leaving.abort();
  }, [isWanted, run, router]);
  if (weights.state === 'ready') return <p>{t('weightsReady')}</p>;
  const { bytesDone, bytesTotal } = progress;
  const why = failure ?? (weights.notice ? words(weights.notice) : null);
  return (
    <div>
      <p>{t('weightsText')}</p>
      {isWanted ? (
        <>
          <Progress
            value={bytesTotal > 0 ? (100 * bytesDone) / bytesTotal : 0}
            aria-label={t('weightsProgress')}
          />
          <p className="viva-muted">
            {t('weightsDone', { done: (bytesDone / MB).toFixed(1), total: (bytesTotal / MB).toFixed(1) })}
          </p>
        </>
      ) : (
        <Button onClick={() => setIsWanted(true)}>{t('fetchWeights')}</Button>
      )}
      {why !== null && !isWanted && <p role="alert">{t('weightsFailed', { message: why })}</p>}
    </div>
  );
}
