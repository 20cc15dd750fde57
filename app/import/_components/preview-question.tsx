'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Markdown } from '@/app/_ui/markdown';
import { ModelWritten } from '@/app/_ui/model-written';
import { OptionList } from '@/app/_ui/option-list';
import { plainText } from '@/app/_ui/plain-text';
import type { PreviewQuestion } from '@/lib/domain/question-bank';
import type { PreviewEntry } from './counts';
import { IssueLine } from './issue-line';
import classes from './review.module.css';

interface PreviewQuestionProps {
  entry: PreviewEntry;
  /** 1-based place in the document. */
  number: number;
  isSelected: boolean;
  isLooked: boolean;
  onSelect(): void;
  onLooked(): void;
  /** What can be done about it, shown while it is selected. */
  children?: ReactNode;
}

/** One question as it was read: a line of the list, opened while it is selected. */
export function PreviewQuestionRow(props: PreviewQuestionProps) {
  const t = useTranslations('review');
  const { entry, number, isSelected, isLooked, onSelect, onLooked, children } = props;
  const { question, issues, isUncertain } = entry;
  return (
    <li className={classes.entry} data-current={isSelected || undefined}>
      <button type="button" className={classes.entryHead} aria-expanded={isSelected} onClick={onSelect}>
        <span className={classes.entryNumber} data-uncertain={isUncertain || undefined}>
          {number}
          {isUncertain && <span aria-hidden="true">{isLooked ? ' ✓' : ' ?'}</span>}
        </span>
        <span className={classes.entryStem}>{plainText(question.stem)}</span>
      </button>
      <Facts question={question} />
      {isUncertain && <Doubts entry={entry} isLooked={isLooked} />}
      {issues.length > 0 && (
        <ul className={classes.issues}>
          {issues.map((issue) => (
            <IssueLine key={`${issue.code}-${issue.line}-${issue.message}`} issue={issue} />
          ))}
        </ul>
      )}
      {isSelected && (
        <div className={classes.detail} data-testid="selected-question">
          <AsRead question={question} />
          {isUncertain && !isLooked && (
            <Button variant="light" onClick={onLooked} data-testid="question-looked">
              {t('looksRight')}
            </Button>
          )}
          {children}
        </div>
      )}
    </li>
  );
}

function Facts({ question }: { question: PreviewQuestion }) {
  const about = useTranslations('import');
  const { start, end } = question.lines;
  const facts = [
    about(`change.${question.change}`),
    ...(question.kind === 'choice' ? [about('choiceKind', { letters: question.correct ?? '?' })] : []),
    ...question.topics.slice(-1),
    start === end ? about('line', { line: start }) : about('lines', { start, end }),
  ];
  return <p className={classes.facts}>{facts.join(' · ')}</p>;
}

/** Why the reader is not sure, in words. */
function Doubts({ entry, isLooked }: { entry: PreviewEntry; isLooked: boolean }) {
  const t = useTranslations('review');
  const { confidence, doubts = [] } = entry.question;
  const parts = [
    ...doubts.map((doubt) => t(`doubts.${doubt}`)),
    ...(confidence === undefined ? [] : [t('confidence', { percent: Math.round(confidence * 100) })]),
    ...(isLooked ? [t('looked')] : []),
  ];
  return parts.length > 0 ? <p className={classes.doubts}>{parts.join(t('semicolon'))}</p> : null;
}

function AsRead({ question }: { question: PreviewQuestion }) {
  const t = useTranslations('review');
  return (
    <>
      <h4 className={classes.part}>{t('stem')}</h4>
      <ModelWritten question={question} part="stem" />
      <Markdown text={question.stem} />
      {question.context && <Markdown text={question.context} />}
      <OptionList options={question.options} correct={question.correct} />
      <h4 className={classes.part}>{t('answer')}</h4>
      <ModelWritten question={question} part="answer" />
      {question.answer ? <Markdown text={question.answer} /> : <p className="viva-muted">{t('noAnswer')}</p>}
      {question.explanation && <Markdown text={question.explanation} />}
    </>
  );
}
