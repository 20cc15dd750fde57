'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { ImportPreview } from '@/lib/domain/question-bank';
import { planOf, uncertainLeft } from './counts';
import { DocumentPreview } from './document-preview';
import classes from './import.module.css';
import { RunningChanges, useRunningChanges } from './running-changes';
import type { ImportFlow } from './use-import';
import { useLooked } from './use-looked';

interface PreviewProps {
  preview: ImportPreview;
  isWriting: boolean;
  flow: ImportFlow;
}

/** Where there are no questions at all, notes are shown: a person, or a model, may find questions in them. */
function openedFirst({ documents }: ImportPreview): number {
  const withQuestions = documents.findIndex(({ questions }) => questions.length > 0);
  return withQuestions >= 0 ? withQuestions : documents.findIndex(({ status }) => status !== 'error');
}

/** What was read, the doubtful first, and one button that says exactly what it does. */
export function Preview({ preview, isWriting, flow }: PreviewProps) {
  const [wanted, setWanted] = useState<string[]>([]);
  // A correction may end the conflict in which the person chose.
  const keepBoth = preview.documents
    .filter(({ name, nameConflict }) => nameConflict && wanted.includes(name))
    .map(({ name }) => name);
  const looked = useLooked(preview.id);
  const left = useMemo(() => uncertainLeft(preview, looked.ids).length, [preview, looked.ids]);
  const first = openedFirst(preview);
  const promise = usePromise(preview, keepBoth);
  const { isChanging, during } = useRunningChanges(flow.catchUp);
  return (
    <>
      {/* What is being written must not change under the pen. */}
      <div inert={isWriting} className={classes.lockable}>
        <RunningChanges during={during}>
          {preview.documents.map((document, index) => (
            <DocumentPreview
              // biome-ignore lint/suspicious/noArrayIndexKey: documents never move, and one may be there twice
              key={index}
              importId={preview.id}
              document={document}
              isOpenAtFirst={index === first}
              isRepeat={preview.documents.findIndex(({ name }) => name === document.name) < index}
              isKeptBeside={keepBoth.includes(document.name)}
              onKeepBeside={(isKept) =>
                setWanted((names) => [
                  ...names.filter((name) => name !== document.name),
                  ...(isKept ? [document.name] : []),
                ])
              }
              onDocument={(change) => flow.changeDocument(index, change)}
              looked={looked}
            />
          ))}
        </RunningChanges>
      </div>
      <ConfirmBar
        flow={flow}
        promise={promise}
        isWriting={isWriting}
        isChanging={isChanging}
        left={left}
        onConfirm={() => void flow.confirm(keepBoth)}
      />
    </>
  );
}

interface ConfirmBarProps {
  flow: ImportFlow;
  /** What confirming does, in words; empty when it would do nothing. */
  promise: string;
  isWriting: boolean;
  /** A document is being read again: what would be confirmed is not what is shown. */
  isChanging: boolean;
  /** Uncertain questions that nobody looked at. */
  left: number;
  onConfirm(): void;
}

/** What keeps the person from confirming, what it did not come to, and the button that does it. */
function ConfirmBar({ flow, promise, isWriting, isChanging, left, onConfirm }: ConfirmBarProps) {
  const t = useTranslations('import');
  const news = isWriting ? t('writing') : isChanging ? t('rereading') : '';
  return (
    <div className={classes.confirm}>
      <Button variant="default" onClick={flow.startOver} disabled={isWriting}>
        {t('back')}
      </Button>
      {flow.failure && (
        <span role="alert" className="viva-failure">
          {flow.failure}
        </span>
      )}
      <span role="status" className="viva-muted" data-testid="confirm-news">
        {news}
      </span>
      {left > 0 && news === '' && (
        <span className="viva-muted" data-testid="confirm-left">
          {t('uncertainLeft', { count: left })}
        </span>
      )}
      {promise ? (
        <Button
          onClick={onConfirm}
          loading={isWriting}
          loaderProps={{ children: t('writingShort') }}
          className={classes.confirmButton}
          disabled={isChanging}
          data-testid="import-confirm"
        >
          {promise}
        </Button>
      ) : (
        <span className="viva-muted" role="status">
          {t('nothingToDo')}
        </span>
      )}
    </div>
  );
}

/** What confirming would do, in words; empty when it would do nothing. */
function usePromise(preview: ImportPreview, keepBoth: readonly string[]): string {
  const t = useTranslations('import');
  const plan = planOf(preview, keepBoth);
  const parts = (['added', 'changed', 'retired'] as const)
    .filter((name) => plan[name] > 0)
    .map((name) => t(`plan.${name}`, { count: plan[name] }));
  if (plan.added + plan.changed === 0 && plan.passages > 0)
    parts.push(t('plan.passages', { count: plan.passages }));
  if (parts.length === 0 && plan.updated > 0) parts.push(t('plan.updated', { count: plan.updated }));
  return parts.join(t('comma'));
}
