import { AppError } from '../domain/errors';
import {
  type ContentProblem,
  checkContent,
  editsOf,
  isSameContent,
  type Question,
  type QuestionEdits,
  settleContent,
  withChanges,
  withoutEdits,
} from '../domain/question-bank';
import type { BankIndex, BankStore, Clock, EditStep, EditStore, Logger } from '../ports';
import { followBank } from './follow-bank';
import { getQuestion, type QuestionDetails } from './get-question';
import { isoNow } from './iso-now';
import { refuseOutdated } from './refuse-outdated';

export interface EditPorts {
  bank: BankStore;
  edits: EditStore;
  clock: Clock;
  index: Pick<BankIndex, 'refresh'>;
  logger: Logger;
}

export interface EditQuestionInput {
  questionId: string;
  /** The fields to change; null takes one away, absent ones stay as they are. A whole content will do. */
  content: QuestionEdits;
  /** What the person saw when they began (`QuestionDetails.basis`); absent: whatever is there is replaced. */
  basis?: string;
}

/**
 * Changes what a question says. The document keeps its own text, and reading it again leaves the edit standing; grades
 * that were given stay what they are.
 * @throws AppError invalid `bad-question` (details: each wrong field), conflict `question-edited-meanwhile`, not-found
 */
export function editQuestion(ports: EditPorts, input: EditQuestionInput): Promise<QuestionDetails> {
  return changeQuestion(ports, input.questionId, (question) => {
    refuseOutdated(question, input.basis);
    const wanted = settleContent(withoutLostKey(question, withChanges(question, input.content)));
    refuse(checkContent(wanted, settleContent(question)));
    return editsOf(withoutEdits(question), wanted);
  });
}

/** The answer that only said which options are right goes with the key. */
function withoutLostKey(before: Question, after: Question): Question {
  const isLost = before.kind === 'choice' && after.kind === 'choice' && before.correct && !after.correct;
  return isLost && after.answer === before.answer ? { ...after, answer: '' } : after;
}

/** Stores what `decide` makes of a question, unless it changes nothing, and lets look-up follow. */
export async function changeQuestion(
  ports: EditPorts,
  questionId: string,
  decide: (question: Question, history: readonly EditStep[]) => QuestionEdits,
): Promise<QuestionDetails> {
  const isChanged = await ports.edits.changeEdits(questionId, isoNow(ports.clock), (question, history) => {
    const edits = decide(question, history);
    return isSameContent(question.edits ?? {}, edits) ? null : edits;
  });
  if (isChanged) followBank(ports);
  return getQuestion(ports, questionId);
}

function refuse(problems: readonly ContentProblem[]): void {
  if (problems.length === 0) return;
  const wrong = problems.map(({ field, index, code }): [string, string] => [
    index === undefined ? field : `${field}.${index}`,
    code,
  ]);
  const named = wrong.map(([field, code]) => `${field}: ${code}`).join('; ');
  throw new AppError('invalid', 'bad-question', `The question cannot be saved like this: ${named}`, {
    details: Object.fromEntries(wrong),
  });
}
