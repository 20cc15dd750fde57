import type { AnswerState, InterviewState, QuestionState } from './state';
import { questionOnStage } from './state';
import type { Intent } from './view';

export const HINT_STEPS = 3;
const MAX_FOLLOW_UPS = 2;

/** Whether an answer lacks something that another try could bring: its grade, or the end of its critique. */
export function canRetry(state: InterviewState, answer: AnswerState): boolean {
  if (state.mode === 'mock' && state.finishedAt === null) return false;
  return answer.isPending || answer.ungraded !== undefined || answer.grade !== undefined;
}

/** What the person can do now, once nothing is being worked on. */
export function allowedIntents(state: InterviewState): Intent[] {
  const answers = state.questions.flatMap((question) => question.answers);
  const retry: Intent[] = answers.some((answer) => canRetry(state, answer)) ? ['retry'] : [];
  if (state.finishedAt !== null) return retry;
  const question = questionOnStage(state);
  if (question === null) return ['next', ...retry, 'finish'];
  const optional: [Intent, boolean][] = [
    ['hint', question.hintsSeen < HINT_STEPS],
    ['reveal', !question.isReferenceSeen],
    ['skip', question.answers.length === 0 || question.pendingFollowUp !== null],
    ['discuss', state.mode === 'practice' && isDiscussable(question)],
  ];
  return [
    'answer',
    'clarify',
    ...optional.filter(([, isAllowed]) => isAllowed).map(([intent]) => intent),
    'next',
    ...retry,
    'finish',
  ];
}

/** One can talk about a question once an answer to it was graded or its reference was shown. */
function isDiscussable(question: QuestionState): boolean {
  return question.isReferenceSeen || question.answers.some((answer) => answer.grade !== undefined);
}

/**
 * The number of the follow-up that an answer earns; null when it earns none. In practice it needs a grade in which a
 * core point is missing or contradicted; a mock interview does not know the grade yet and asks at once.
 */
export function followUpNumber(state: InterviewState, answerId: string): number | null {
  const question = questionOnStage(state);
  if (!question || question.question.kind === 'choice' || question.answers.at(-1)?.id !== answerId)
    return null;
  if (question.pendingFollowUp || question.isReferenceSeen) return null;
  const number = question.followUps.length + 1;
  if (number > MAX_FOLLOW_UPS) return null;
  if (state.mode === 'mock') return number;
  const points = question.answers.at(-1)?.grade?.points ?? [];
  const hasGap = points.some(
    ({ core, verdict }) => core && (verdict === 'missing' || verdict === 'contradicted'),
  );
  return hasGap ? number : null;
}
