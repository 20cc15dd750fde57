import { AppError } from '../domain/errors';
import type { WordingOutcome } from '../domain/grading';
import { attemptBefore, findAnswer, foldInterview, transition, turnsOf } from '../domain/interview';
import { questionText } from '../domain/question-bank';
import { messageOf, reasonOf } from './examine-answer';
import { type InterviewPorts, loadEvents, mayDecideAgain } from './interview-session';
import { isoNow } from './iso-now';
import { limitOf, within } from './time-limit';

/** A minute each way is plenty for two short texts. */
const LIMIT_MS = 120_000;

/**
 * Compares how an attempt is told with the one before it. A result is kept with the interview; a failure is a value and
 * can be asked for again.
 * @throws AppError not-found, invalid `unknown-answer`, conflict `no-earlier-attempt`
 */
export async function compareAttempts(
  ports: InterviewPorts,
  interviewId: string,
  answerId: string,
): Promise<WordingOutcome> {
  const state = foldInterview(await loadEvents(ports, interviewId));
  const found = findAnswer(state, answerId);
  if (!found)
    throw new AppError('invalid', 'unknown-answer', 'answerId: must name an answer of this interview.');
  const { question } = found;
  const earlier = attemptBefore(question, answerId);
  if (!earlier || !found.answer.grade)
    throw new AppError(
      'conflict',
      'no-earlier-attempt',
      'There is no earlier graded attempt to compare with.',
    );
  const { wording } = found.answer;
  if (wording?.against === earlier.id) return { state: 'compared', comparison: wording.comparison };
  const pair = {
    question: questionText(question.question),
    earlier: turnsOf(question, earlier.id),
    later: turnsOf(question, answerId),
    language: state.language,
  };
  const signal = limitOf(LIMIT_MS);
  try {
    const outcome = await within(ports.examiner.compareWording(pair, signal), signal);
    if (outcome.state === 'compared')
      await keep(ports, interviewId, answerId, earlier.id, outcome.comparison);
    return outcome;
  } catch (error) {
    ports.logger.error({ interviewId, answerId, error }, 'two attempts could not be compared');
    return { state: 'failed', reason: reasonOf(error), message: messageOf(error) };
  }
}

async function keep(
  ports: InterviewPorts,
  interviewId: string,
  answerId: string,
  against: string,
  comparison: Extract<WordingOutcome, { state: 'compared' }>['comparison'],
): Promise<void> {
  const command = { type: 'record-comparison' as const, answerId, against, comparison };
  // The interview may be going on while this is written; a comparison fits in anywhere.
  for (let attempt = 1; ; attempt += 1) {
    const state = foldInterview(await loadEvents(ports, interviewId));
    const { events } = transition(state, command, isoNow(ports.clock));
    try {
      return await ports.interviews.append(interviewId, state.version, events);
    } catch (error) {
      if (!mayDecideAgain(error, attempt)) throw error;
    }
  }
}
