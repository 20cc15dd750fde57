'use client';
import { Button, SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { plainText } from '@/app/_ui/plain-text';
import type { PreviewDocument } from '@/lib/domain/question-bank';
import { countsOf, entriesOf, looseIssues } from './counts';
import classes from './import.module.css';
import { IssueLine } from './issue-line';
import { PreviewQuestionRow } from './preview-question';

/** Questions that are listed at once; the rest on demand. */
const STEP = 30;

interface DocumentPreviewProps {
  document: PreviewDocument;
  isKeptBeside: boolean;
  onKeepBeside(isKept: boolean): void;
}

/** One document: four numbers, then its questions with what is odd about them. */
export function DocumentPreview({ document, isKeptBeside, onKeepBeside }: DocumentPreviewProps) {
  const t = useTranslations('import');
  const [limit, setLimit] = useState(STEP);
  const counts = countsOf(document);
  const entries = entriesOf(document);
  const loose = looseIssues(document);
  return (
    <section className="viva-card" aria-label={document.name} style={{ marginBottom: 16 }}>
      <h2 className={classes.name}>{document.name}</h2>
      <p className="viva-muted">
        {[t(`status.${document.status}`), document.encoding].filter(Boolean).join(' · ')}
      </p>
      {document.status !== 'error' && (
        <dl className={classes.counts}>
          {(['questions', 'choice', 'passages', 'doubts'] as const).map((name) => (
            <div key={name}>
              <dt>{t(`counts.${name}`)}</dt>
              <dd data-testid={`count-${name}`}>{counts[name]}</dd>
            </div>
          ))}
        </dl>
      )}
      {document.nameConflict && (
        <div className={classes.conflict}>
          <p>{t('nameConflict', { count: document.nameConflict.questions })}</p>
          <SegmentedControl
            aria-label={t('nameConflictLabel')}
            value={isKeptBeside ? 'keep' : 'replace'}
            onChange={(value) => onKeepBeside(value === 'keep')}
            data={[
              { value: 'replace', label: t('replace') },
              { value: 'keep', label: t('keepBoth') },
            ]}
          />
        </div>
      )}
      {loose.length > 0 && (
        <ul className={classes.issues}>
          {loose.map((issue) => (
            <IssueLine key={`${issue.code}-${issue.line}-${issue.message}`} issue={issue} />
          ))}
        </ul>
      )}
      {document.retired.length > 0 && (
        <details>
          <summary>{t('retired', { count: document.retired.length })}</summary>
          <ul>
            {document.retired.map(({ id, stem }) => (
              <li key={id}>{plainText(stem)}</li>
            ))}
          </ul>
        </details>
      )}
      <ul className={classes.entries}>
        {entries.slice(0, limit).map((entry) => (
          <PreviewQuestionRow key={entry.question.id} entry={entry} text={document.text} />
        ))}
      </ul>
      {entries.length > limit && (
        <Button variant="subtle" onClick={() => setLimit(limit + STEP * 4)}>
          {t('showMore', { count: entries.length - limit })}
        </Button>
      )}
    </section>
  );
}
