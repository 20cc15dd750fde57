import { AppError } from '../domain/errors';
import { type Rubric, rubricBasis } from '../domain/grading';
import { contentBasis, type Question } from '../domain/question-bank';
import type { BankStore, EditStep, EditStore } from '../ports';

export interface QuestionDetails {
  /** As it counts now, edits applied. */
  question: Question;
  /** The newest key points made from what it says now, if there are any yet. */
  rubric?: Rubric;
  /** Names what it says now; an edit that was begun on it gives it back. */
  basis: string;
  /** What differed from the document after each edit, oldest first. */
  history: EditStep[];
}

/**
 * A question, a retired one too, with all that is known about it.
 * @throws AppError not-found `question-not-found`
 */
export async function getQuestion(
  { bank, edits }: { bank: BankStore; edits: EditStore },
  id: string,
): Promise<QuestionDetails> {
  const question = await requireQuestion({ bank }, id);
  const [rubric, history] = await Promise.all([
    bank.findRubric(id, rubricBasis(question)),
    edits.editHistory(id),
  ]);
  return { question, ...(rubric && { rubric }), basis: contentBasis(question), history };
}

/** @throws AppError not-found `question-not-found` */
export async function requireQuestion(
  { bank }: { bank: Pick<BankStore, 'findQuestion'> },
  id: string,
): Promise<Question> {
  const question = await bank.findQuestion(id);
  if (!question)
    throw new AppError('not-found', 'question-not-found', 'There is no such question in the bank.', {
      details: { id },
    });
  return question;
}
