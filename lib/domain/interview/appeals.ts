import { AppError } from '../errors';
import {
  type AppealSubject,
  compareVerdicts,
  contestedIn,
  type Grade,
  isSameSubject,
  reviseGrade,
} from '../grading';
import type { QuestionKind } from '../question-bank';
import type { Contesting, Overriding } from './commands';
import type { Contested, InterviewEvent, LookedAgain, MachineVerdict, Overridden } from './events';
import { type AnswerState, findAnswer, gradedWith, type InterviewState, type OverrideState } from './state';

/** Characters of an objection: a sentence or a few. */
const LONGEST_WORDS = 2000;

interface Judged {
  answer: AnswerState & { grade: Grade };
  machine: MachineVerdict;
}

/** The stored answer with the grade that an objection is about. @throws AppError invalid, conflict */
function judgedIn(state: InterviewState, answerId: string, subject: AppealSubject): Judged {
  const named = findAnswer(state, answerId);
  if (!named) throw invalid('unknown-answer', 'answerId: must name an answer of this interview.', 'answerId');
  const id = state.mode === 'mock' ? gradedWith(named.question, answerId) : answerId;
  const answer = findAnswer(state, id)?.answer ?? named.answer;
  const { grade } = answer;
  if (!grade) throw new AppError('conflict', 'not-graded', 'Only a verdict that is there can be contested.');
  const contested = contestedIn(grade, subject);
  if (!contested)
    throw invalid(
      'unknown-point',
      'pointId, claim: must name a point or a statement of the grade.',
      'pointId',
    );
  const { kind, model } = grade.grader;
  const grader = { kind, ...(model === undefined ? {} : { model }) };
  const machine: MachineVerdict =
    contested.kind === 'claim'
      ? { verdict: 'contradicted', grader, text: contested.claim.quote }
      : { verdict: contested.point.verdict, grader, text: contested.point.point };
  return { answer: { ...answer, grade }, machine };
}

function invalid(code: string, message: string, field: string): AppError {
  return new AppError('invalid', code, message, { details: { field } });
}

/** @throws AppError invalid `text-required`, `text-too-long`, `unknown-answer`, `unknown-point`; conflict `not-graded` */
export function contestedBy(state: InterviewState, appeal: Contesting, at: string): Contested {
  const words = appeal.words.trim();
  if (words === '') throw invalid('text-required', 'words: must not be empty.', 'words');
  if (words.length > LONGEST_WORDS)
    throw invalid('text-too-long', `words: at most ${LONGEST_WORDS} characters.`, 'words');
  const { answer, machine } = judgedIn(state, appeal.answerId, appeal.subject);
  return { type: 'contested', at, ...appeal, answerId: answer.id, words, machine };
}

/** @throws AppError invalid `unknown-answer`, `unknown-point`, `unknown-verdict`; conflict `not-graded` */
export function overriddenBy(state: InterviewState, override: Overriding, at: string): Overridden {
  const { answer, machine } = judgedIn(state, override.answerId, override.subject);
  const isOfClaim = 'claim' in override.subject;
  if (isOfClaim && override.verdict !== null && override.verdict !== 'covered')
    throw invalid(
      'unknown-verdict',
      'verdict: of a statement only “covered” (it is right), or null.',
      'verdict',
    );
  return { type: 'overridden', at, ...override, answerId: answer.id, machine };
}

/** What a second look leads to: its outcome, and the grade with the better verdict where it found one. */
export function lookedAgain(
  state: InterviewState,
  { answerId, cause, outcome }: Pick<LookedAgain, 'answerId' | 'cause' | 'outcome'>,
  at: string,
): InterviewEvent[] {
  const found = findAnswer(state, answerId);
  const appeal = found?.answer.appeals.find(({ id }) => id === cause);
  if (!found || !appeal) return [];
  const looked: InterviewEvent = { type: 'second-look', at, answerId, cause, outcome };
  const { grade, gradedBy } = found.answer;
  if (outcome.state === 'failed' || !grade) return [looked];
  const { verdict, quote, reason } = outcome.look;
  if (compareVerdicts(appeal.machine.verdict, verdict) <= 0) return [looked];
  const change = { subject: appeal.subject, verdict, quote, note: verdict === 'covered' ? '' : reason };
  const revised = reviseGrade(grade, [change], found.question.question.kind);
  const question = gradedBy ? { question: gradedBy } : {};
  return [looked, { type: 'graded', at, cause, answerId, grade: revised, ...question, isRevised: true }];
}

/** The person's verdicts that are about this grade: withdrawn ones and those on points it no longer has are left out. */
export function overridesOn(grade: Grade, overrides: readonly OverrideState[]): OverrideState[] {
  return overrides.filter(({ subject, verdict, machine }) => {
    if (verdict === null) return false;
    const contested = contestedIn(grade, subject);
    return contested?.kind === 'claim' || contested?.point.point === machine.text;
  });
}

/** The grade as it would be with the person's own verdicts; null when they gave none. */
export function personalGrade(answer: AnswerState, kind: QuestionKind): Grade | null {
  if (!answer.grade) return null;
  const changes = overridesOn(answer.grade, answer.overrides).flatMap(({ subject, verdict }) =>
    verdict === null ? [] : [{ subject, verdict }],
  );
  return changes.length === 0 ? null : reviseGrade(answer.grade, changes, kind);
}

/** The overrides with one more: the latest on a subject counts. */
export function withOverride(
  overrides: readonly OverrideState[],
  { at, subject, verdict, machine }: Overridden,
): OverrideState[] {
  return [
    ...overrides.filter((other) => !isSameSubject(other.subject, subject)),
    { at, subject, verdict, machine },
  ];
}
