import type { LookOutcome } from '../domain/grading';
import { type Effect, findAnswer } from '../domain/interview';
import { examined, messageOf, reasonOf, taskFor } from './examine-answer';
import type { InterviewSession } from './interview-session';
import { limitOf, within } from './time-limit';

type LookAgain = Extract<Effect, { type: 'look-again' }>;

/** Looks again at a contested verdict and stores what was found; whatever goes wrong is a state with a retry. */
export async function takeSecondLook(session: InterviewSession, effect: LookAgain): Promise<Effect[]> {
  const { answerId, cause } = effect;
  session.tell({ event: 'progress', data: { step: 'second-look', answerId } });
  const outcome = await lookOrSayWhy(session, effect);
  return session.apply({ type: 'record-look', answerId, cause, outcome });
}

async function lookOrSayWhy(session: InterviewSession, { answerId, cause }: LookAgain): Promise<LookOutcome> {
  const { examiner, logger } = session.ports;
  const signal = limitOf(session.limits.grade);
  try {
    const subject = examined(session, answerId);
    const appeal = findAnswer(session.state, answerId)?.answer.appeals.find(({ id }) => id === cause);
    if (!subject.grade || !appeal) throw new Error('nothing was contested');
    const rubric = await within(examiner.rubricFor(subject.question, signal), signal);
    const contest = { grade: subject.grade, subject: appeal.subject, words: appeal.words };
    return await within(
      examiner.lookAgain(taskFor(session, subject, rubric), rubric, contest, signal),
      signal,
    );
  } catch (error) {
    logger.error({ interviewId: session.state.id, answerId, error }, 'a second look failed');
    return { state: 'failed', reason: reasonOf(error), message: messageOf(error) };
  }
}
