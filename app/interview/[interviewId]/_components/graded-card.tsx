'use client';
import { type Ref, useMemo } from 'react';
import type { InterviewControls } from '@/app/_client/use-interview';
import { GradeBody } from '@/app/_ui/grade/grade-body';
import { GradeHead, isByOption } from '@/app/_ui/grade/grade-head';
import { PersonalGrade } from '@/app/_ui/grade/recourse/personal-grade';
import { type Recourse, RecourseProvider } from '@/app/_ui/grade/recourse/recourse-context';
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

/** What can be done about a grade while the interview is open on the page. */
function useLiveRecourse(answer: AnswerView, { view, running, send, refresh }: InterviewControls): Recourse {
  return useMemo(
    () => ({
      interviewId: view.id,
      answer,
      grader: view.grader,
      isBusy: running !== null,
      isRegrading: running?.intent === 'retry' && running.answerId === answer.id,
      regrade: (regrade) => void send({ intent: 'retry', answerId: answer.id, regrade }),
      refresh,
    }),
    [view.id, view.grader, answer, running, send, refresh],
  );
}

/** Evidence first: points with the person's words, then the critique. */
export function GradedCard({ answer, question, before, headingRef, live }: GradedCardProps) {
  const recourse = useLiveRecourse(answer, live);
  const { grade } = answer;
  if (!grade) return null;
  const isEstimate = grade.grader.kind === 'offline' && !isByOption(grade);
  return (
    <RecourseProvider value={recourse}>
      <GradeHead grade={grade} headingRef={headingRef} />
      <PersonalGrade answer={answer} />
      {isEstimate && recourse.grader?.kind !== 'llm' && <OfflineNote />}
      <GradeBody {...{ grade, answer, question, before }} />
      <CritiquePart answer={answer} live={live} />
    </RecourseProvider>
  );
}
