'use client';
import { useTranslations } from 'next-intl';
import { Markdown } from '@/app/_ui/markdown';
import { plainText } from '@/app/_ui/plain-text';
import type { PreviewEntry } from './counts';
import classes from './import.module.css';
import { IssueLine } from './issue-line';

/** One question as it was read, beside its lines in the document. */
export function PreviewQuestionRow({ entry, text }: { entry: PreviewEntry; text: string }) {
  const t = useTranslations('import');
  const { question, issues } = entry;
  const { start, end } = question.lines;
  const facts = [
    t(`change.${question.change}`),
    ...(question.kind === 'choice' ? [t('choiceKind', { letters: question.correct ?? '?' })] : []),
    ...question.topics.slice(-1),
    t('lines', { start, end }),
  ];
  return (
    <li>
      <details className={classes.entry}>
        <summary>
          <span className={classes.entryStem}>{plainText(question.stem)}</span>
        </summary>
        <div className={classes.beside}>
          <div>
            <h3>{t('asRead')}</h3>
            <Markdown text={question.stem} />
            {question.context && <Markdown text={question.context} />}
            {question.options?.map((option) => (
              <p key={option.label}>
                {option.label}. {option.text}
              </p>
            ))}
            {question.answer && <Markdown text={question.answer} />}
          </div>
          <div>
            <h3>{t('inDocument', { start, end })}</h3>
            <Source text={text} start={start} end={end} />
          </div>
        </div>
      </details>
      <p className={classes.facts}>{facts.join(' · ')}</p>
      {issues.length > 0 && (
        <ul className={classes.issues}>
          {issues.map((issue) => (
            <IssueLine key={`${issue.code}-${issue.line}-${issue.message}`} issue={issue} />
          ))}
        </ul>
      )}
    </li>
  );
}

function Source({ text, start, end }: { text: string; start: number; end: number }) {
  const lines = text.split(/\r\n|\r|\n/).slice(start - 1, end);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: long sources scroll, so the keyboard must reach them
    <pre className={classes.source} tabIndex={0}>
      {lines.map((line, index) => `${start + index}  ${line}`).join('\n')}
    </pre>
  );
}
