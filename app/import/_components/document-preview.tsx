'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { plainText } from '@/app/_ui/plain-text';
import type { PreviewDocument } from '@/lib/domain/question-bank';
import { ColumnMapping } from './column-mapping';
import { countsOf, looseIssues } from './counts';
import classes from './import.module.css';
import { IssueLine } from './issue-line';
import { NameConflict } from './name-conflict';
import { DocumentReview } from './review';
import type { DocumentChange } from './use-import';
import type { Looked } from './use-looked';

/** Issues outside of questions that are listed at once. */
const FEW_ISSUES = 12;

interface DocumentPreviewProps {
  importId: string;
  document: PreviewDocument;
  /** Whether what was read is shown from the start. */
  isOpenAtFirst: boolean;
  /** The same document stands further up. */
  isRepeat: boolean;
  isKeptBeside: boolean;
  onKeepBeside(isKept: boolean): void;
  onDocument(change: DocumentChange): void;
  looked: Looked;
}

/** What nearly every text is written in: no news for the person. */
function isOrdinary(encoding: string | undefined): boolean {
  return encoding === undefined || encoding.startsWith('utf-8');
}

/** One document: its numbers, what is odd about it as a whole, then the document beside what was read. */
export function DocumentPreview(props: DocumentPreviewProps) {
  const t = useTranslations('import');
  const { document, isKeptBeside, onKeepBeside } = props;
  const [isOpen, setIsOpen] = useState(props.isOpenAtFirst);
  const counts = countsOf(document);
  return (
    <section className={`viva-card ${classes.document}`} aria-label={document.name}>
      <h2 className={classes.name}>{document.name}</h2>
      <p className="viva-muted">
        {[t(`status.${document.status}`), isOrdinary(document.encoding) ? '' : document.encoding]
          .filter(Boolean)
          .join(' · ')}
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
        <NameConflict
          count={document.nameConflict.questions}
          isKeptBeside={isKeptBeside}
          onKeepBeside={onKeepBeside}
        />
      )}
      <LooseIssues document={document} />
      {!isKeptBeside && <Retired document={document} />}
      {!props.isRepeat && (
        <ColumnMapping importId={props.importId} document={document} onDocument={props.onDocument} />
      )}
      {document.status !== 'error' &&
        !props.isRepeat &&
        (isOpen ? (
          <DocumentReview
            // Other columns make another document: nothing that was undone applies to it.
            key={`${document.mapping?.roles} ${document.mapping?.isFirstRowData}`}
            importId={props.importId}
            document={document}
            looked={props.looked}
            onDocument={props.onDocument}
          />
        ) : (
          <Button variant="default" onClick={() => setIsOpen(true)}>
            {t(counts.questions > 0 ? 'showReading' : 'showDocument')}
          </Button>
        ))}
    </section>
  );
}

function LooseIssues({ document }: { document: PreviewDocument }) {
  const t = useTranslations('import');
  const [isWhole, setIsWhole] = useState(false);
  const loose = looseIssues(document);
  const shown = isWhole ? loose : loose.slice(0, FEW_ISSUES);
  if (loose.length === 0) return null;
  return (
    <>
      <ul className={classes.issues}>
        {shown.map((issue) => (
          <IssueLine key={`${issue.code}-${issue.line}-${issue.message}`} issue={issue} />
        ))}
      </ul>
      {shown.length < loose.length && (
        <Button variant="subtle" onClick={() => setIsWhole(true)}>
          {t('moreIssues', { count: loose.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function Retired({ document }: { document: PreviewDocument }) {
  const t = useTranslations('import');
  if (document.retired.length === 0) return null;
  return (
    <details>
      <summary>{t('retired', { count: document.retired.length })}</summary>
      <ul>
        {document.retired.map(({ id, stem }) => (
          <li key={id}>{plainText(stem)}</li>
        ))}
      </ul>
    </details>
  );
}
