import { attemptsIn, type QuestionAttempt } from '../domain/interview';
import type { InterviewStore } from '../ports';
import { LOOKED_THROUGH, latestInterviews } from './latest-interviews';

/** What the person made of their questions, the latest interview first; of one question when `questionId` is given. */
export async function listAttempts(
  ports: { interviews: Pick<InterviewStore, 'listIds' | 'load'> },
  questionId?: string,
): Promise<QuestionAttempt[]> {
  const attempts = (await latestInterviews(ports, LOOKED_THROUGH)).flatMap(attemptsIn);
  return questionId === undefined
    ? attempts
    : attempts.filter((attempt) => attempt.questionId === questionId);
}
