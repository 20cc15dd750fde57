'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import type { InterviewControls } from '@/app/_client/use-interview';
import { FalseClaims } from '@/app/_ui/grade/false-claims';
import { GradeHead } from '@/app/_ui/grade/grade-head';
import { Points } from '@/app/_ui/grade/points';
import type { AnswerView, AskedQuestionView } from '@/lib/domain/interview';
import classes from './interview.module.css';

interface UngradedCardProps {
  answer: AnswerView;
  question: AskedQuestionView;
  live: InterviewControls;
  headingRef: Ref<HTMLHeadingElement>;
}

/** 未评分: why, that nothing is lost, and three ways on. An offline estimate stands apart from any grade. */
export function UngradedCard({ answer, question, live, headingRef }: UngradedCardProps) {
  const t = useTranslations('interview');
  const isBusy = live.running !== null;
  const canReveal = live.view.allowedIntents.includes('reveal') && !question.reference;
  const reason = answer.ungraded?.reason ?? 'internal';
  return (
    <>
      <h2 ref={headingRef} tabIndex={-1} className={classes.ungradedTitle}>
        {t('ungraded')}
      </h2>
      <p>
        {t(`ungradedReason.${reason}`)} {t('answerSaved')}
      </p>
      <div className={classes.wayOn}>
        <Button disabled={isBusy} onClick={() => void live.send({ intent: 'retry', answerId: answer.id })}>
          {t('retry')}
        </Button>
        {!answer.estimate && (
          <Button
            variant="default"
            disabled={isBusy}
            onClick={() => void live.send({ intent: 'retry', answerId: answer.id, estimate: true })}
          >
            {t('estimate')}
          </Button>
        )}
        {canReveal && (
          <Button variant="default" disabled={isBusy} onClick={() => void live.send({ intent: 'reveal' })}>
            {t('showReference')}
          </Button>
        )}
      </div>
      {answer.estimate && (
        <section className={classes.estimate} aria-label={t('estimateTitle')}>
          <GradeHead grade={answer.estimate} level="h3" />
          <p className="viva-muted">{t('estimateNote')}</p>
          <Points grade={answer.estimate} answerId={answer.id} />
          <FalseClaims claims={answer.estimate.falseClaims} answerId={answer.id} />
        </section>
      )}
    </>
  );
}
