'use client';
import { useTranslations } from 'next-intl';
import type { PreviewQuestion } from '@/lib/domain/question-bank';
import { CorrectionButton } from './correction-button';
import { type QuestionAction, questionCorrections } from './corrections';
import classes from './review.module.css';
import type { Review } from './use-review';

const ACTIONS: readonly QuestionAction[] = ['merge', 'kind', 'drop'];

/** What can be said about a question as a whole. */
export function QuestionActions({ review, question }: { review: Review; question: PreviewQuestion }) {
  const t = useTranslations('review');
  const possible = questionCorrections(review.lines, review.ranges, question);
  const label = (name: QuestionAction) => {
    if (name !== 'kind') return t(`questionAction.${name}`);
    return t(question.kind === 'open' ? 'questionAction.toChoice' : 'questionAction.toOpen');
  };
  return (
    <fieldset className={classes.buttons} aria-label={t('questionActions')}>
      {ACTIONS.map((name) => (
        <CorrectionButton key={name} review={review} correction={possible[name]} testId={`question-${name}`}>
          {label(name)}
        </CorrectionButton>
      ))}
    </fieldset>
  );
}
