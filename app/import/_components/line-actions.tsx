'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { plainText } from '@/app/_ui/plain-text';
import { CorrectionButton } from './correction-button';
import { type LineAction, lineCorrections } from './corrections';
import classes from './review.module.css';
import type { Review } from './use-review';

const ACTIONS: readonly LineAction[] = ['begin', 'answer', 'end'];
/** Characters of a question's first words. */
const FEW_WORDS = 24;

/** What can be said about the line at the cursor; follows the lines in the tab order. */
export function LineActions({ review }: { review: Review }) {
  const t = useTranslations('review');
  const { lines, ranges, cursor } = review;
  const possible = useMemo(() => lineCorrections(lines, ranges, cursor.line), [lines, ranges, cursor.line]);
  const question = ranges.at(cursor.line) ?? ranges.upTo(cursor.line);
  const isInside = ranges.at(cursor.line) !== undefined;
  return (
    <fieldset className={classes.lineActions} aria-label={t('lineActions', { line: cursor.line })}>
      <p className={classes.lineFacts}>
        <strong>{t('line', { line: cursor.line })}</strong>{' '}
        {question
          ? t(isInside ? 'inQuestion' : 'afterQuestion', {
              number: ranges.numberOf(question),
              stem: plainText(question.stem).slice(0, FEW_WORDS),
            })
          : t('inNoQuestion')}
      </p>
      <div className={classes.buttons}>
        {ACTIONS.map((name) => (
          <CorrectionButton key={name} review={review} correction={possible[name]} testId={`line-${name}`}>
            {t(`lineAction.${name}`)}
          </CorrectionButton>
        ))}
      </div>
    </fieldset>
  );
}
