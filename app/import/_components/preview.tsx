'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ImportPreview } from '@/lib/domain/question-bank';
import { planOf } from './counts';
import { DocumentPreview } from './document-preview';
import classes from './import.module.css';
import type { ImportFlow } from './use-import';

interface PreviewProps {
  preview: ImportPreview;
  isWriting: boolean;
  flow: ImportFlow;
}

/** What was read, the doubtful first, and one button that says exactly what it does. */
export function Preview({ preview, isWriting, flow }: PreviewProps) {
  const t = useTranslations('import');
  const [keepBoth, setKeepBoth] = useState<string[]>([]);
  const plan = planOf(preview);
  const parts = [
    ...(plan.added > 0 ? [t('plan.added', { count: plan.added })] : []),
    ...(plan.changed > 0 ? [t('plan.changed', { count: plan.changed })] : []),
    ...(plan.retired > 0 ? [t('plan.retired', { count: plan.retired })] : []),
    ...(plan.added + plan.changed === 0 && plan.passages > 0
      ? [t('plan.passages', { count: plan.passages })]
      : []),
  ];
  return (
    <>
      {preview.documents.map((document) => (
        <DocumentPreview
          key={document.name}
          document={document}
          isKeptBeside={keepBoth.includes(document.name)}
          onKeepBeside={(isKept) =>
            setKeepBoth((names) => [
              ...names.filter((name) => name !== document.name),
              ...(isKept ? [document.name] : []),
            ])
          }
        />
      ))}
      <div className={classes.confirm}>
        <Button variant="default" onClick={flow.startOver} disabled={isWriting}>
          {t('back')}
        </Button>
        {parts.length > 0 ? (
          <Button
            onClick={() => void flow.confirm(keepBoth)}
            loading={isWriting}
            data-testid="import-confirm"
          >
            {parts.join(t('comma'))}
          </Button>
        ) : (
          <span className="viva-muted" role="status">
            {t('nothingToDo')}
          </span>
        )}
      </div>
      {isWriting && <p role="status">{t('writing')}</p>}
    </>
  );
}
