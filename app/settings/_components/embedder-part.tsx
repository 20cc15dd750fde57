'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { testEmbedder } from '@/app/_client/settings';
import { useFailureWords } from '@/app/_client/use-failure-words';
import { isByWords } from '@/app/_ui/by-words';
import type { SettingsView } from '@/lib/ports';
import { Facts } from './facts';
import classes from './settings.module.css';
import { useTest } from './use-test';
import { Weights } from './weights';

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
  const words = useFailureWords();
  const state = STATES.find((known) => known === embedder.state);
  return (
    <section aria-labelledby="embedder-title">
      <h2 id="embedder-title">{t('embedder')}</h2>
      <Facts
        rows={[
          [t('embedderName'), isByWords(embedder.id) ? t('byWords', { id: embedder.id }) : embedder.id],
          [t('state'), state ? t(`states.${state}`) : embedder.state],
          [t('index'), embedder.index === 'hnsw' ? t('indexHnsw') : t('indexExact')],
        ]}
      />
      {embedder.notices.map((notice) => (
        <p key={notice.code} className="viva-muted">
          {words(notice)}
        </p>
      ))}
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
