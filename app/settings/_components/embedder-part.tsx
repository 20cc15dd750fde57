'use client';
import { Button, Progress } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RequestError } from '@/app/_client/http';
import { type FetchProgress, fetchWeights, testEmbedder } from '@/app/_client/settings';
import type { SettingsView } from '@/lib/ports';
import { Facts } from './facts';
import classes from './settings.module.css';
import { useTest } from './use-test';

/** Bytes in a megabyte, as people count downloads. */
const MB = 1_000_000;

/** States of look-up that have a word; any other is shown as the server says it. */
const STATES = ['ready', 'building', 'fetching', 'failed'] as const;

interface EmbedderPartProps {
  embedder: SettingsView['embedder'];
  weights: SettingsView['weights'];
}

/** What searches, its test, and the fetching of the local model's weights. */
export function EmbedderPart({ embedder, weights }: EmbedderPartProps) {
  const t = useTranslations('settings');
  const { result, failure, isRunning, run } = useTest(testEmbedder);
  const state = STATES.find((known) => known === embedder.state);
  return (
    <section aria-labelledby="embedder-title">
      <h2 id="embedder-title">{t('embedder')}</h2>
      <Facts
        rows={[
          [t('embedderName'), embedder.id],
          [t('state'), state ? t(`states.${state}`) : embedder.state],
          [t('index'), embedder.index === 'hnsw' ? t('indexHnsw') : t('indexExact')],
        ]}
      />
      {embedder.detail && <p className="viva-muted">{embedder.detail}</p>}
      <div className={classes.test}>
        <Button variant="default" onClick={() => void run()} loading={isRunning}>
          {t('testSearch')}
        </Button>
        <p role="status">
          {result &&
            t('embedderResult', {
              ms: Math.round(result.latencyMs * 10) / 10,
              dimensions: result.dimensions,
            })}
          {failure && t('testFailed', { message: failure })}
        </p>
      </div>
      <Weights weights={weights} />
    </section>
  );
}

function Weights({ weights }: { weights: SettingsView['weights'] }) {
  const t = useTranslations('settings');
  const router = useRouter();
  const [progress, setProgress] = useState<FetchProgress | null>(
    weights.state === 'fetching' ? weights : null,
  );
  const [failure, setFailure] = useState(weights.state === 'failed' ? (weights.message ?? '') : null);
  if (weights.state === 'ready') return <p>{t('weightsReady')}</p>;
  const fetchNow = async () => {
    setFailure(null);
    setProgress({ bytesDone: 0, bytesTotal: 0 });
    try {
      await fetchWeights(setProgress);
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFailure(error.message);
    }
    setProgress(null);
    router.refresh();
  };
  const percent = progress && progress.bytesTotal > 0 ? (100 * progress.bytesDone) / progress.bytesTotal : 0;
  return (
    <div>
      <p>{t('weightsText')}</p>
      {progress ? (
        <>
          <Progress value={percent} aria-label={t('weightsProgress')} />
          <p className="viva-muted">
            {t('weightsDone', {
              done: (progress.bytesDone / MB).toFixed(1),
              total: (progress.bytesTotal / MB).toFixed(1),
            })}
          </p>
        </>
      ) : (
        <Button onClick={() => void fetchNow()}>{t('fetchWeights')}</Button>
      )}
      {failure !== null && <p role="alert">{t('weightsFailed', { message: failure })}</p>}
    </div>
  );
}
