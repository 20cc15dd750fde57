import { AppError } from '../domain/errors';
import { previousEdits } from '../domain/question-bank';
import { type EditPorts, saveChanges } from './edit-question';
import { type QuestionDetails, requireQuestion } from './get-question';

/**
 * Takes back the last change of a question that still stands. It is a new step in the history, so nothing is lost.
 * @throws AppError conflict `nothing-to-undo`, not-found `question-not-found`
 */
export async function undoEdit(ports: EditPorts, questionId: string): Promise<QuestionDetails> {
  const question = await requireQuestion(ports, questionId);
  const history = await ports.edits.editHistory(questionId);
  const edits = previousEdits(history.map((step) => step.edits));
  if (edits === null)
    throw new AppError('conflict', 'nothing-to-undo', 'There is no change of this question to take back.', {
      details: { id: questionId },
    });
  return saveChanges(ports, question, edits);
}

/** Lets a question say again what its document says, as a new step in the history. */
export async function restoreOriginal(ports: EditPorts, questionId: string): Promise<QuestionDetails> {
  return saveChanges(ports, await requireQuestion(ports, questionId), {});
}
