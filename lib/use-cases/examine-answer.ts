import { isAppError } from '../domain/errors';
import {
  type AnswerTurn,
  type Grade,
  type GradeOutcome,
  type GradingTask,
  type Rubric,
  taskOf,
  type UngradedReason,
} from '../domain/grading';
import { type Effect, findAnswer, type QuestionState, turnsOf } from '../domain/interview';
import type { FollowUpProposal, TextEvent } from '../ports';
import type { InterviewSession } from './interview-session';
import { keepModelDoubt } from './keep-model-doubt';
import { limitOf, streamWithin, within } from './time-limit';

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;

interface Examined {
  question: QuestionState;
  turns: AnswerTurn[];
  grade: Grade | undefined;
}

function examined({ state }: InterviewSession, answerId: string): Examined {
  const found = findAnswer(state, answerId);
  if (!found) throw new Error(`the effect names no answer: ${answerId}`);
  const { question, answer } = found;
  return { question, turns: turnsOf(question, answerId), grade: answer.grade };
}

function taskFor(session: InterviewSession, { question, turns }: Examined, rubric: Rubric): GradingTask {
  return taskOf(question.question, rubric.points, turns, session.state.language);
}

/** Grades an answer; whatever goes wrong leaves it ungraded, never guessed. */
export async function gradeStoredAnswer(session: InterviewSession, effect: Of<'grade'>): Promise<Effect[]> {
  const outcome = await gradeOrSayWhy(session, effect.answerId);
  return session.apply({ ...effect, type: 'record-grade', outcome });
}

async function gradeOrSayWhy(session: InterviewSession, answerId: string): Promise<GradeOutcome> {
  const { examiner, logger } = session.ports;
  const signal = limitOf(session.limits.grade);
  try {
    const subject = examined(session, answerId);
    session.tell({ event: 'progress', data: { step: 'rubric', answerId } });
    const rubric = await within(examiner.rubricFor(subject.question.question, signal), signal);
    session.tell({ event: 'progress', data: { step: 'verdicts', answerId } });
    const task = taskFor(session, subject, rubric);
    const outcome = await within(examiner.grade(task, rubric, signal), signal);
    await keepModelDoubt(session.ports, subject.question.question, outcome);
    return outcome;
  } catch (error) {
    logger.error({ interviewId: session.state.id, answerId, error }, 'an answer could not be graded');
    return { state: 'ungraded', reason: reasonOf(error), message: messageOf(error) };
  }
}

function reasonOf(error: unknown): UngradedReason {
  if (!isAppError(error)) return 'internal';
  if (error.code === 'timeout' || error.code === 'cancelled') return error.code;
  return error.kind === 'unavailable' ? 'unavailable' : 'internal';
}

/** Only our own errors are written for people; others may hold anything. */
function messageOf(error: unknown): string {
  return isAppError(error) ? error.message : 'Grading failed unexpectedly.';
}

/** The offline estimate that the person asked for in place of a missing grade. */
export async function estimateAnswer(session: InterviewSession, effect: Of<'estimate'>): Promise<Effect[]> {
  const { examiner } = session.ports;
  const signal = limitOf(session.limits.grade);
  const subject = examined(session, effect.answerId);
  session.tell({ event: 'progress', data: { step: 'verdicts', answerId: effect.answerId } });
  const rubric = await within(examiner.rubricFor(subject.question.question, signal), signal);
  const grade = examiner.estimate(taskFor(session, subject, rubric), rubric);
  return session.apply({ ...effect, type: 'record-estimate', grade });
}

/** Writes the critique of a grade, told piece by piece; one that breaks off is kept as far as it came. */
export async function writeCritique(session: InterviewSession, effect: Of<'critique'>): Promise<Effect[]> {
  const { answerId } = effect;
  let text = '';
  let state: 'done' | 'cut' = 'cut';
  session.tell({ event: 'progress', data: { step: 'critique', answerId } });
  try {
    for await (const event of critiqueOf(session, answerId)) {
      if (event.type === 'end') {
        state = event.state === 'complete' ? 'done' : 'cut';
        break;
      }
      text += event.text;
      session.tell({ event: 'critique', data: { answerId, delta: event.text } });
    }
  } catch (error) {
    session.ports.logger.warn({ interviewId: session.state.id, answerId, error }, 'a critique was cut off');
  }
  return session.apply({ ...effect, type: 'record-critique', text, state });
}

async function* critiqueOf(session: InterviewSession, answerId: string): AsyncGenerator<TextEvent> {
  const { examiner } = session.ports;
  const signal = limitOf(session.limits.critique);
  const subject = examined(session, answerId);
  if (!subject.grade) return;
  const rubric = await within(examiner.rubricFor(subject.question.question, signal), signal);
  const task = taskFor(session, subject, rubric);
  yield* streamWithin(examiner.critique(task, subject.grade, rubric, signal), signal);
}

/** Asks a follow-up where one is due; without one the interview simply goes on. */
export async function askFollowUpOn(session: InterviewSession, effect: Of<'follow-up'>): Promise<Effect[]> {
  const { answerId } = effect;
  const { logger, ids } = session.ports;
  session.tell({ event: 'progress', data: { step: 'follow-up', answerId } });
  let followUp: FollowUpProposal | null = null;
  try {
    followUp = await proposeFollowUp(session, answerId);
  } catch (error) {
    logger.warn({ interviewId: session.state.id, answerId, error }, 'no follow-up could be made');
  }
  return session.apply({ ...effect, type: 'put-follow-up', messageId: ids.next('m'), followUp });
}

async function proposeFollowUp(
  session: InterviewSession,
  answerId: string,
): Promise<FollowUpProposal | null> {
  const { examiner } = session.ports;
  const signal = limitOf(session.limits.followUp);
  const subject = examined(session, answerId);
  const { question } = subject.question;
  const rubric = await within(examiner.rubricFor(question, signal), signal);
  // A mock interview grades in the end; until then an estimate, which nobody sees, finds what is missing.
  const grade = subject.grade ?? examiner.estimate(taskFor(session, subject, rubric), rubric);
  const soFar = { question, rubric, turns: subject.turns, language: session.state.language };
  const asked = subject.question.followUps.flatMap(({ pointIds }) => pointIds);
  return within(examiner.followUp(soFar, grade, asked, signal), signal);
}
