import { attemptsIn, foldInterview, type QuestionAttempt } from '../domain/interview';
import type { InterviewStore } from '../ports';

/** How many of the latest interviews are looked through. 300 of five answers each took 0.13 to 0.4 s to read. */
const LOOKED_THROUGH = 200;

/** What the person made of their questions, the latest interview first; of one question when `questionId` is given. */
export async function listAttempts(
  { interviews }: { interviews: Pick<InterviewStore, 'listIds' | 'load'> },
  questionId?: string,
): Promise<QuestionAttempt[]> {
  const ids = await interviews.listIds(LOOKED_THROUGH);
  const logs = await Promise.all(ids.map((id) => interviews.load(id)));
  const attempts = logs.flatMap((stored) =>
    stored ? attemptsIn(foldInterview(stored.map(({ event }) => event))) : [],
  );
  return questionId === undefined
    ? attempts
    : attempts.filter((attempt) => attempt.questionId === questionId);
}
