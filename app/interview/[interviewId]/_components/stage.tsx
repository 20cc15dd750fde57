'use client';
import { useTranslations } from 'next-intl';
import { Markdown } from '@/app/_ui/markdown';
import type { AskedQuestionView, InterviewMode } from '@/lib/domain/interview';
import classes from './interview.module.css';

export const STEM_ID = 'question-stem';

interface StageProps {
  question: AskedQuestionView;
  limit: number;
  mode: InterviewMode;
}

/** The question that is on stage. */
export function Stage({ question, limit, mode }: StageProps) {
  const t = useTranslations('interview');
  const facts = [
    t('place', { number: question.index + 1, total: limit }),
    ...(mode === 'mock' ? [t('mock')] : []),
    ...question.topics.slice(-1),
    ...(question.difficulty === undefined ? [] : [t('difficulty', { value: question.difficulty })]),
    ...(question.kind === 'choice' ? [t('choice')] : []),
  ];
  return (
    <section className={classes.stage} aria-label={t('question')}>
      <p className="viva-muted">{facts.join(' · ')}</p>
      <div id={STEM_ID} data-testid="question-stem">
        <Markdown text={question.stem} stem />
      </div>
      {question.context && (
        <div data-testid="question-context">
          <Markdown text={question.context} />
        </div>
      )}
    </section>
  );
}
