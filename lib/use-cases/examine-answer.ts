import { AppError, isAppError } from '../domain/errors';
import {
  type AnswerTurn,
  type Grade,
  type GradeOutcome,
  type GradingTask,
  type Rubric,
  taskOf,
  type UngradedReason,
} from '../domain/grading';
import { type Effect, findAnswer, type Regrade, turnsOf } from '../domain/interview';
import type { Question } from '../domain/question-bank';
import type { FollowUpProposal, TextEvent } from '../ports';
import type { InterviewSession } from './interview-session';
import { keepModelDoubt } from './keep-model-doubt';
import { limitOf, streamWithin, within } from './time-limit';

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;

/** An answer with what it is measured against. */
export interface Examined {
  /** As asked, or as the bank had it when the answer was graded anew by that. */
  question: Question;
  turns: AnswerTurn[];
  grade: Grade | undefined;
  followedUp: string[];
}

export function examined({ state }: InterviewSession, answerId: string): Examined {
  const found = findAnswer(state, answerId);
  if (!found) throw new Error(`the effect names no answer: ${answerId}`);
  const { question: asked, answer } = found;
  return {
    question: answer.gradedBy ?? asked.question,
    turns: turnsOf(asked, answerId),
    grade: answer.grade,
    followedUp: asked.followUps.flatMap(({ pointIds }) => pointIds),
  };
}

export function taskFor(
  session: InterviewSession,
  { question, turns }: Pick<Examined, 'question' | 'turns'>,
  rubric: Rubric,
): GradingTask {
  return taskOf(question, rubric.points, turns, session.state.language);
}

/** Grades an answer; whatever goes wrong leaves it ungraded, or with the grade it had, never guessed. */
export async function gradeStoredAnswer(session: InterviewSession, effect: Of<'grade'>): Promise<Effect[]> {
  const { answerId, cause, regrade } = effect;
  const subject = examined(session, answerId);
  const source = cause === undefined ? {} : { cause };
  try {
    const question =
      regrade?.basis === 'bank' ? await questionNow(session, subject.question) : subject.question;
    const outcome = await grade(session, answerId, { ...subject, question }, regrade);
    const isAsAsked = question === findAnswer(session.state, answerId)?.question.question;
    const basis = isAsAsked ? {} : { question };
    return session.apply({ type: 'record-grade', answerId, outcome, ...basis, ...source });
  } catch (error) {
    const { logger } = session.ports;
    logger.error({ interviewId: session.state.id, answerId, error }, 'an answer could not be graded');
    const outcome = { state: 'ungraded' as const, reason: reasonOf(error), message: messageOf(error) };
    return session.apply({ type: 'record-grade', answerId, outcome, ...source });
  }
}

/** The question as the bank holds it now. @throws AppError not-found `question-gone` */
async function questionNow({ ports }: InterviewSession, { id }: Question): Promise<Question> {
  const [question] = await ports.bank.listQuestions({ ids: [id] });
  if (question) return question;
  throw new AppError('not-found', 'question-gone', 'The bank no longer holds this question.');
}

async function grade(
  session: InterviewSession,
  answerId: string,
  subject: Examined,
  regrade: Regrade | undefined,
): Promise<GradeOutcome> {
  const { examiner } = session.ports;
  const signal = limitOf(session.limits.grade);
  session.tell({ event: 'progress', data: { step: 'rubric', answerId } });
  const rubric = await within(examiner.rubricFor(subject.question, signal), signal);
  session.tell({ event: 'progress', data: { step: 'verdicts', answerId } });
  const task = taskFor(session, subject, rubric);
  if (regrade?.grader === 'offline') return { state: 'graded', grade: examiner.estimate(task, rubric) };
  const outcome = await within(examiner.grade(task, rubric, signal), signal);
  await keepModelDoubt(session.ports, subject.question, outcome);
  return outcome;
}

/** Why something that an error ended is not there, in the words of an ungraded answer. */
export function reasonOf(error: unknown): UngradedReason {
  if (!isAppError(error)) return 'internal';
  if (error.code === 'timeout' || error.code === 'cancelled') return error.code;
  return error.kind === 'unavailable' ? 'unavailable' : 'internal';
}

/** Only our own errors are written for people; others may hold anything. */
export function messageOf(error: unknown): string {
  return isAppError(error) ? error.message : 'Grading failed unexpectedly.';
}

/** The offline estimate that the person asked for in place of a missing grade. */
export async function estimateAnswer(session: InterviewSession, effect: Of<'estimate'>): Promise<Effect[]> {
  const { examiner } = session.ports;
  const signal = limitOf(session.limits.grade);
  const subject = examined(session, effect.answerId);
  session.tell({ event: 'progress', data: { step: 'verdicts', answerId: effect.answerId } });
  const rubric = await within(examiner.rubricFor(subject.question, signal), signal);
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
  const rubric = await within(examiner.rubricFor(subject.question, signal), signal);
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
  const { question } = subject;
  const rubric = await within(examiner.rubricFor(question, signal), signal);
  // A mock interview grades in the end; until then an estimate, which nobody sees, finds what is missing.
  const grade = subject.grade ?? examiner.estimate(taskFor(session, subject, rubric), rubric);
  const soFar = { question, rubric, turns: subject.turns, language: session.state.language };
  return within(examiner.followUp(soFar, grade, subject.followedUp, signal), signal);
}
