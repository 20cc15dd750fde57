import { AppError } from '../domain/errors';
import type { Rubric } from '../domain/grading';
import type { Question } from '../domain/question-bank';
import type { BankStore } from '../ports';

/**
 * A question, a retired one too, with its newest key points if there are any yet.
 * @throws AppError not-found `question-not-found`
 */
export async function getQuestion(
  { bank }: { bank: BankStore },
  id: string,
): Promise<{ question: Question; rubric?: Rubric }> {
  const question = await bank.findQuestion(id);
  if (!question)
    throw new AppError('not-found', 'question-not-found', 'There is no such question in the bank.', {
      details: { id },
    });
  const rubric = await bank.findRubric(id);
  return rubric ? { question, rubric } : { question };
}
