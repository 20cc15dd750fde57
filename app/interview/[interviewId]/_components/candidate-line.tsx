'use client';
import { useTranslations } from 'next-intl';
import { AnswerText } from '@/app/_ui/grade/answer-text';
import type { Mark } from '@/app/_ui/quotes';
import type { AnswerView, MessageView } from '@/lib/domain/interview';
import classes from './interview.module.css';

interface CandidateLineProps {
  message: MessageView;
  answer?: AnswerView;
  marks?: readonly Mark[];
}

/** The person's own bubble; in an answer, what the grade rests on is marked. */
export function CandidateLine({ message, answer, marks = [] }: CandidateLineProps) {
  const t = useTranslations('interview');
  const label = answer
    ? answer.followUp
      ? t('replyTo', { number: answer.followUp })
      : t('attempt', { number: answer.attempt })
    : t('youAsked');
  return (
    <article className={classes.bubble} aria-label={label} data-testid="own-bubble">
      {!answer && <span className={classes.tag}>{label}</span>}
      <AnswerText text={message.text} marks={marks} />
    </article>
  );
}
