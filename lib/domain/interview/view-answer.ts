import { isSameSubject } from '../grading';
import type { Question } from '../question-bank';
import { overridesOn, personalGrade } from './appeals';
import { isOutdated } from './regrade';
import { type AnswerState, findAnswer, gradedWith, type InterviewState, type QuestionState } from './state';
import type { AnswerView, CritiqueView, InterviewView } from './view';
import type { AppealView } from './view-recourse';
import { viewReference } from './view-reference';

/** What is being worked on right now; a grade that nobody works on was interrupted. */
export interface ViewContext {
  /** Answers whose grade, critique or follow-up is being made. */
  working: ReadonlySet<string>;
  /** The asked questions as the bank holds them now, by id; one that is not there is not compared. */
  bank?: ReadonlyMap<string, Question>;
  /** What would grade now. */
  grader?: InterviewView['grader'];
}

/** An interview in which nothing is being worked on. */
export const AT_REST: ViewContext = { working: new Set() };

/** Why an answer has no grade that nobody works on any more. */
export const INTERRUPTED = {
  reason: 'interrupted',
  message: 'Grading was interrupted. The answer is stored; grade it again.',
} as const;
const LOOK_INTERRUPTED = 'The second look was interrupted; ask for it again.';

/** One attempt as a page may show it. */
export function viewAnswer(
  state: InterviewState,
  question: QuestionState,
  answer: AnswerState,
  context: ViewContext,
): AnswerView {
  const holderId = state.mode === 'mock' ? gradedWith(question, answer.id) : answer.id;
  const holder = findAnswer(state, holderId)?.answer ?? answer;
  const critique = holder.grade ? viewCritique(holder, context) : undefined;
  return {
    id: answer.id,
    text: answer.text,
    attempt: answer.attempt,
    ...(answer.followUp === undefined ? {} : { followUp: answer.followUp }),
    ...(holderId === answer.id ? {} : { gradedWith: holderId }),
    ...gradeState(state, holder, context),
    ...(holder.estimate ? { estimate: holder.estimate } : {}),
    ...(holder.grade && holderId === answer.id ? viewGrading(question.question, holder, context) : {}),
    ...(critique ? { critique } : {}),
    hintsSeen: answer.hintsSeen,
    countsInAverage: !answer.isReferenceSeen,
    at: answer.at,
  };
}

function gradeState(
  state: InterviewState,
  answer: AnswerState,
  { working }: ViewContext,
): Pick<AnswerView, 'state' | 'grade' | 'ungraded'> {
  if (answer.isPending && working.has(answer.id)) return { state: 'grading' };
  if (answer.grade) return { state: 'graded', grade: answer.grade };
  if (answer.ungraded) return { state: 'ungraded', ungraded: answer.ungraded };
  if (state.mode === 'mock' && state.finishedAt === null) return { state: 'held' };
  return { state: 'ungraded', ungraded: INTERRUPTED };
}

function viewCritique(answer: AnswerState, { working }: ViewContext): CritiqueView {
  if (answer.critique?.state === 'done') return answer.critique;
  if (working.has(answer.id)) return { text: '', state: 'pending' };
  return answer.critique ?? { text: '', state: 'cut' };
}

/** Where the grade comes from, what was said against it, and whether it could be made anew. */
function viewGrading(asked: Question, answer: AnswerState, context: ViewContext): Partial<AnswerView> {
  const { grade, gradedBy, history, regradeFailed, overrides, wording } = answer;
  if (!grade) return {};
  const appeals = viewAppeals(answer, context);
  const own = overridesOn(grade, overrides).flatMap(({ subject, verdict, at }) =>
    verdict === null ? [] : [{ subject, verdict, at }],
  );
  const personal = personalGrade(answer, asked.kind);
  const counted = history.at(-1);
  return {
    ...(history.length > 1 ? { history: history.slice(0, -1) } : {}),
    ...(counted ? { gradedAt: counted.at } : {}),
    ...(gradedBy ? { basis: 'bank' as const, reference: viewReference(gradedBy) } : {}),
    ...(isOutdated(gradedBy ?? asked, context.bank?.get(asked.id)) ? { isOutdated: true as const } : {}),
    ...(regradeFailed ? { regradeFailed } : {}),
    ...(appeals.length > 0 ? { appeals } : {}),
    ...(own.length > 0 ? { overrides: own } : {}),
    ...(personal ? { personal: { score: personal.score, band: personal.band } } : {}),
    ...(wording ? { wording } : {}),
  };
}

function viewAppeals({ id: answerId, appeals }: AnswerState, { working }: ViewContext): AppealView[] {
  const latest = appeals.filter(
    ({ subject }, index) => !appeals.slice(index + 1).some((later) => isSameSubject(later.subject, subject)),
  );
  return latest.map(({ id, subject, words, at, machine, outcome }): AppealView => {
    const appeal = { id, subject, words, at, before: machine.verdict };
    if (outcome?.state === 'looked') return { ...appeal, state: 'looked', look: outcome.look };
    if (outcome)
      return { ...appeal, state: 'failed', failure: { reason: outcome.reason, message: outcome.message } };
    if (working.has(answerId)) return { ...appeal, state: 'looking' };
    return { ...appeal, state: 'failed', failure: { reason: 'interrupted', message: LOOK_INTERRUPTED } };
  });
}
