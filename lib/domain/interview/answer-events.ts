import { withOverride } from './appeals';
import type { InterviewEvent } from './events';
import type { AnswerState } from './state';
import type { GradeRecord } from './view-recourse';

/** The latest grade counts; the ones before stay in the history. */
export function onGraded(
  { ungraded: _, critique: __, regradeFailed: ___, gradedBy: ____, ...answer }: AnswerState,
  { grade, at, question, isRevised }: Extract<InterviewEvent, { type: 'graded' }>,
): AnswerState {
  const record: GradeRecord = {
    grade,
    at,
    ...(question ? { basis: 'bank' } : {}),
    ...(isRevised ? { isRevised } : {}),
  };
  return {
    ...answer,
    grade,
    ...(question ? { gradedBy: question } : {}),
    history: [...answer.history, record],
    isPending: false,
  };
}

/** A grade that stands is not taken away by a second attempt at it that failed. */
export function onUngraded(
  answer: AnswerState,
  { reason, message }: Extract<InterviewEvent, { type: 'ungraded' }>,
): AnswerState {
  const failure = { reason, message };
  return { ...answer, isPending: false, [answer.grade ? 'regradeFailed' : 'ungraded']: failure };
}

/** What is said against a grade stands beside it and changes nothing of it. */
export function onAppeal(
  answer: AnswerState,
  event: Extract<InterviewEvent, { type: 'contested' | 'second-look' | 'overridden' | 'compared' }>,
): AnswerState {
  switch (event.type) {
    case 'contested': {
      const { type: _, messageId: id, answerId: __, ...appeal } = event;
      return { ...answer, appeals: [...answer.appeals, { id, ...appeal }] };
    }
    case 'second-look': {
      const { cause, outcome } = event;
      const appeals = answer.appeals.map((appeal) => (appeal.id === cause ? { ...appeal, outcome } : appeal));
      return { ...answer, appeals };
    }
    case 'overridden':
      return { ...answer, overrides: withOverride(answer.overrides, event) };
    case 'compared':
      return { ...answer, wording: { against: event.against, comparison: event.comparison } };
  }
}
