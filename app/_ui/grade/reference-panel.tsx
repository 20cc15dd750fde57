'use client';
import { useTranslations } from 'next-intl';
import type { ReferenceView } from '@/lib/domain/interview';
import { Markdown } from '../markdown';
import classes from './grade.module.css';
import { OtherSources } from './other-sources';

interface ReferencePanelProps {
  reference: ReferenceView;
  /** Why the reference may be wrong, when the grader says so; otherwise what the bank said before counts. */
  doubt?: string;
  isOpen?: boolean;
}

/** The reference answer, folded, with the document and the lines it stands in. */
export function ReferencePanel({ reference, doubt = reference.doubt, isOpen = false }: ReferencePanelProps) {
  const t = useTranslations('grade');
  const { document, lines } = reference;
  return (
    <details className={classes.reference} open={isOpen || undefined} data-testid="reference-panel">
      <summary>
        <span>{t('reference')}</span>
        {doubt && (
          <span className={classes.doubtSign}>
            <span aria-hidden="true">⚠ </span>
            {t('doubted')}
          </span>
        )}
        <span className={classes.source}>
          {t('source', { document, start: lines.start, end: lines.end })}
        </span>
      </summary>
      {doubt && <p className={classes.doubt}>{t('doubtReason', { reason: doubt })}</p>}
      {reference.correct && <p className={classes.correct}>{t('correct', { letters: reference.correct })}</p>}
      {reference.answer ? <Markdown text={reference.answer} /> : <p>{t('noReference')}</p>}
      {reference.explanation && <Markdown text={reference.explanation} />}
      <OtherSources reference={reference} />
    </details>
  );
}
