'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { testModel } from '@/app/_client/settings';
import type { SettingsView } from '@/lib/ports';
import { Facts } from './facts';
import classes from './settings.module.css';
import { useTest } from './use-test';

const OUTPUTS = ['json-schema', 'json-object', 'text'] as const;

function isKnown(output: string): output is (typeof OUTPUTS)[number] {
  return (OUTPUTS as readonly string[]).includes(output);
}

/** What grades, and a test that shows how fast the endpoint is and what it can do. */
export function GraderPart({ grader }: { grader: SettingsView['grader'] }) {
  const t = useTranslations('settings');
  const { result, failure, isRunning, run } = useTest(testModel);
  const isModel = grader.kind === 'llm';
  return (
    <section aria-labelledby="grader-title">
      <h2 id="grader-title">{t('grader')}</h2>
      {isModel ? (
        <Facts
          rows={[
            [t('model'), grader.model ?? ''],
            [t('baseUrl'), grader.baseUrl ?? t('defaultUrl')],
            [t('key'), grader.keyHint ? t('keySet', { hint: grader.keyHint }) : t('keyNone')],
          ]}
        />
      ) : (
        <p>{t('offlineText')}</p>
      )}
      {isModel && (
        <div className={classes.test}>
          <Button variant="default" onClick={() => void run()} loading={isRunning}>
            {t('test')}
          </Button>
          <p role="status">
            {result &&
              t('modelResult', {
                ms: Math.round(result.latencyMs),
                output: isKnown(result.structuredOutput)
                  ? t(`output.${result.structuredOutput}`)
                  : result.structuredOutput,
                streaming: result.streaming ? t('yes') : t('no'),
              })}
            {failure && t('testFailed', { message: failure })}
          </p>
        </div>
      )}
    </section>
  );
}
