import { AppError } from '../domain/errors';
import { previousEdits } from '../domain/question-bank';
import { changeQuestion, type EditPorts } from './edit-question';
import type { QuestionDetails } from './get-question';

/**
 * Takes back the last change of a question that still stands. It is a new step in the history, so nothing is lost.
 * @throws AppError conflict `nothing-to-undo`, not-found `question-not-found`
 */
export function undoEdit(ports: EditPorts, questionId: string): Promise<QuestionDetails> {
  return changeQuestion(ports, questionId, (_, history) => {
    const edits = previousEdits(history.map((step) => step.edits));
    if (edits !== null) return edits;
    throw new AppError('conflict', 'nothing-to-undo', 'There is no change of this question to take back.', {
      details: { id: questionId },
    });
  });
}

/** Lets a question say again what its document says, as a new step in the history. */
export function restoreOriginal(ports: EditPorts, questionId: string): Promise<QuestionDetails> {
  return changeQuestion(ports, questionId, () => ({}));
}
