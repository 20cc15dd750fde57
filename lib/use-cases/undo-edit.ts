import { AppError } from '../domain/errors';
import { previousEdits } from '../domain/question-bank';
import { changeQuestion, type EditPorts } from './edit-question';
import type { QuestionDetails } from './get-question';
import { refuseOutdated } from './refuse-outdated';

/**
 * Takes back the last change of a question that still stands. It is a new step in the history, so nothing is lost.
 * @param basis what the person saw (`QuestionDetails.basis`); absent: whatever was changed last is taken back
 * @throws AppError conflict `nothing-to-undo`, `question-edited-meanwhile`; not-found `question-not-found`
 */
export function undoEdit(ports: EditPorts, questionId: string, basis?: string): Promise<QuestionDetails> {
  return changeQuestion(ports, questionId, (question, history) => {
    refuseOutdated(question, basis);
    const edits = previousEdits(history.map((step) => step.edits));
    if (edits !== null) return edits;
    throw new AppError('conflict', 'nothing-to-undo', 'There is no change of this question to take back.', {
      details: { id: questionId },
    });
  });
}

/**
 * Lets a question say again what its document says, as a new step in the history.
 * @param basis see `undoEdit`
 */
export function restoreOriginal(
  ports: EditPorts,
  questionId: string,
  basis?: string,
): Promise<QuestionDetails> {
  return changeQuestion(ports, questionId, (question) => {
    refuseOutdated(question, basis);
    return {};
  });
}
