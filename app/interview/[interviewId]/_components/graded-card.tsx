'use client';
import type { Ref } from 'react';
import type { InterviewControls } from '@/app/_client/use-interview';
import { ChoiceResultRows } from '@/app/_ui/grade/choice-result';
import { FalseClaims } from '@/app/_ui/grade/false-claims';
import { Flags } from '@/app/_ui/grade/flags';
import { GradeHead } from '@/app/_ui/grade/grade-head';
import { Points } from '@/app/_ui/grade/points';
import type { Grade } from '@/lib/domain/grading';
import type { AnswerView, AskedQuestionView } from '@/lib/domain/interview';
import { CritiquePart } from './critique-part';
import { OfflineNote } from './offline-note';

interface GradedCardProps {
  answer: AnswerView;
  question: AskedQuestionView;
  before?: Grade;
  headingRef: Ref<HTMLHeadingElement>;
  live: InterviewControls;
}

/** Evidence first: points with the person's words, then the critique. */
export function GradedCard({ answer, question, before, headingRef, live }: GradedCardProps) {
  const { grade } = answer;
  if (!grade) return null;
  return (
    <>
      <GradeHead grade={grade} headingRef={headingRef} />
      {grade.grader.kind === 'offline' && <OfflineNote />}
      {grade.choice && <ChoiceResultRows result={grade.choice} options={question.options ?? []} />}
      <Points grade={grade} answerId={answer.id} before={before} />
      <FalseClaims claims={grade.falseClaims} answerId={answer.id} />
      <Flags grade={grade} hintsSeen={answer.hintsSeen} countsInAverage={answer.countsInAverage} />
      <CritiquePart answer={answer} live={live} />
    </>
  );
}
