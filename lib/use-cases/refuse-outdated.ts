import { AppError } from '../domain/errors';
import { contentBasis, type Question } from '../domain/question-bank';

/**
 * Refuses a change of a question that was begun on what it said before, as in another window.
 * @param basis what the person saw (`QuestionDetails.basis`); absent: whatever is there is changed
 * @throws AppError conflict `question-edited-meanwhile`
 */
export function refuseOutdated(question: Question, basis: string | undefined): void {
  if (basis === undefined || basis === contentBasis(question)) return;
  throw new AppError(
    'conflict',
    'question-edited-meanwhile',
    'The question was changed meanwhile, in another window: look at it as it is now and try again.',
    { details: { id: question.id } },
  );
}
