'use client';
import { useTranslations } from 'next-intl';
import { memo } from 'react';
import { partWords } from '@/app/_ui/part-words';
import type { PresentedLine } from '@/lib/domain/question-bank';
import classes from './review.module.css';

/** Characters of one line that are drawn. */
const LONGEST_DRAWN = 2_000;

interface DocumentLineProps {
  id: string;
  line: number;
  text: string;
  /** What the line is in a document of ours; absent: as it stands. */
  role?: PresentedLine['role'];
  field?: PresentedLine['field'];
  /** Of the question that holds the line: its place in the document. */
  number?: number;
  isStart: boolean;
  isAnswer: boolean;
  isUncertain: boolean;
  /** It belongs to the selected question. */
  isSelected: boolean;
  isCurrent: boolean;
}

/** One line of the document: its number, which question it belongs to, its text. */
export const DocumentLine = memo(function DocumentLine(props: DocumentLineProps) {
  const t = useTranslations('review');
  const { id, line, role, number, isStart, isAnswer, isUncertain, isSelected, isCurrent } = props;
  const text = partWords(useTranslations('editing'), props);
  const rest = text.length - LONGEST_DRAWN;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names its current line
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      className={classes.line}
      data-line={line}
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
      data-in={number === undefined ? undefined : isUncertain ? 'uncertain' : 'sure'}
      data-start={isStart || undefined}
      data-blank={text.trim() === '' || undefined}
      data-role={role}
    >
      <span className={classes.lineNumber}>{line}</span>
      <span className={classes.gutter}>
        {isStart && t(isUncertain ? 'startUncertain' : 'start', { number: number ?? 0 })}
        {isAnswer && t('answerMark')}
      </span>
      <span className={classes.lineText}>
        {text.slice(0, LONGEST_DRAWN)}
        {rest > 0 && <span className="viva-muted"> {t('longLine', { count: rest })}</span>}
      </span>
    </div>
  );
});
