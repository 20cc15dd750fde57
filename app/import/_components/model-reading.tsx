'use client';
import { Button, Progress } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { asFailure, isAbort } from '@/app/_client/http';
import { configuredModel } from '@/app/_client/model-reading';
import { useFailureWords } from '@/app/_client/use-failure-words';
import type { WindowState } from '@/lib/domain/question-bank';
import classes from './model-reading.module.css';
import { Proposals } from './proposals';
import shared from './review.module.css';
import type { DocumentChange } from './use-import';
import { type ModelPass, useModelReading } from './use-model-reading';
import type { Review } from './use-review';

interface ModelReadingProps {
  importId: string;
  review: Review;
  onDocument(change: DocumentChange): void;
}

/** Lets the model read the document again, and shows what it proposes; nothing changes before the person takes it. */
export function ModelReadingPanel({ importId, review, onDocument }: ModelReadingProps) {
  const t = useTranslations('modelReading');
  const [isOpen, setIsOpen] = useState(false);
  const pass = useModelReading(importId, review.document.name, onDocument);
  const { modelReading } = review.document;
  return (
    <details
      className={shared.more}
      data-testid="model-reading"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>
        {modelReading ? t('titleWith', { count: modelReading.proposals.length }) : t('title')}
      </summary>
      {isOpen && (
        <div className={classes.panel}>
          <p className="viva-muted">{t('note')}</p>
          <Controls pass={pass} hasRead={modelReading !== undefined} />
          <PassProgress pass={pass} />
          {modelReading && <Windows windows={modelReading.windows} pass={pass} />}
          {modelReading && <Proposals review={review} proposals={modelReading.proposals} />}
        </div>
      )}
    </details>
  );
}

type Configured =
  | { state: 'asking' }
  | { state: 'known'; model: string | null }
  | { state: 'failed'; why: string };

/** Which model there is; asked only once somebody wants to use it. */
function useConfiguredModel(): Configured {
  const words = useFailureWords();
  const [configured, setConfigured] = useState<Configured>({ state: 'asking' });
  useEffect(() => {
    const leaving = new AbortController();
    configuredModel(leaving.signal)
      .then((model) => setConfigured({ state: 'known', model }))
      .catch((error: unknown) => {
        if (!isAbort(error)) setConfigured({ state: 'failed', why: words(asFailure(error)) });
      });
    return () => leaving.abort();
  }, [words]);
  return configured;
}

function Controls({ pass, hasRead }: { pass: ModelPass; hasRead: boolean }) {
  const t = useTranslations('modelReading');
  const configured = useConfiguredModel();
  if (configured.state === 'asking') return null;
  if (configured.state === 'failed') return <p role="alert">{configured.why}</p>;
  if (configured.model === null)
    return (
      <p data-testid="model-missing">
        {t('noModel')}{' '}
        <Link href="/settings" className="viva-link" prefetch={false}>
          {t('configure')}
        </Link>
      </p>
    );
  if (pass.isRunning)
    return (
      <Button variant="default" onClick={pass.stop} data-testid="model-stop">
        {t('stop')}
      </Button>
    );
  return (
    <div className={shared.buttons}>
      <Button onClick={() => pass.run({ scope: 'unsure' })} data-testid="model-read">
        {t(hasRead ? 'readRest' : 'read', { model: configured.model })}
      </Button>
      <Button variant="default" onClick={() => pass.run({ scope: 'all' })} data-testid="model-read-all">
        {t('readAll')}
      </Button>
    </div>
  );
}

/** How far the pass has come, for eyes and ears. */
function PassProgress({ pass: { isRunning, progress, failure } }: { pass: ModelPass }) {
  const t = useTranslations('modelReading');
  const said = () => {
    if (!progress) return isRunning ? t('starting') : '';
    if (progress.total === 0) return t('nothingToAsk');
    return t(isRunning ? 'running' : progress.done < progress.total ? 'stopped' : 'finished', progress);
  };
  return (
    <>
      {isRunning && progress && (
        <Progress
          aria-label={t('progress')}
          value={progress.total === 0 ? 100 : (100 * progress.done) / progress.total}
        />
      )}
      <p role="status" className="viva-muted" data-testid="model-said">
        {said()}
      </p>
      {failure && (
        <p role="alert" className="viva-failure">
          {failure}
        </p>
      )}
    </>
  );
}

/** Parts without a reply, each with the reason and another try, and what was left out of the replies. */
function Windows({ windows, pass }: { windows: readonly WindowState[]; pass: ModelPass }) {
  const t = useTranslations('modelReading');
  const failed = windows.filter((window) => window.state === 'failed');
  const waiting = windows.filter(({ state }) => state === 'waiting').length;
  const left = windows.reduce(
    (sum, window) => sum + (window.state === 'done' ? sumOf(window.dropped) : 0),
    0,
  );
  const clipped = windows.reduce((sum, { clippedLines = 0 }) => sum + clippedLines, 0);
  return (
    <>
      {failed.length > 0 && (
        <ul className={shared.plain}>
          {failed.map(({ id, lines, reason }) => (
            <li key={id} className={shared.correction} data-testid="model-failed">
              <span>{t('failed', { ...lines, why: t(`reason.${knownReason(reason)}`) })}</span>
              <Button variant="default" disabled={pass.isRunning} onClick={() => pass.run({ windowId: id })}>
                {t('again')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {waiting > 0 && !pass.isRunning && <p className="viva-muted">{t('waiting', { count: waiting })}</p>}
      {left > 0 && <p className="viva-muted">{t('leftOut', { count: left })}</p>}
      {clipped > 0 && <p className="viva-muted">{t('clipped', { count: clipped })}</p>}
    </>
  );
}

function sumOf(counts: Partial<Record<string, number>>): number {
  return Object.values(counts).reduce<number>((sum, count = 0) => sum + count, 0);
}

const REASONS = [
  'timeout',
  'rate-limited',
  'unavailable',
  'refused',
  'empty-reply',
  'unreadable-reply',
  'cut-reply',
  'configuration',
] as const;

function knownReason(reason: string): (typeof REASONS)[number] | 'other' {
  return REASONS.find((known) => known === reason) ?? 'other';
}
