import type { QuestionEdits } from '../domain/question-bank';

/** One step in the history of a question: all that differed from the document after it. */
export interface EditStep {
  edits: QuestionEdits;
  /** ISO 8601. */
  at: string;
}

/** What people changed about questions. A document that is read again never overwrites it. */
export interface EditStore {
  /**
   * Makes `edits` what differs from the document from now on, and adds a step to the history; `{}` is the document's own
   * text again. The bank's revision grows. @throws AppError not-found `question-not-found`
   */
  saveEdits(questionId: string, step: EditStep): Promise<void>;
  /** Every step, oldest first; empty when nothing was ever changed. */
  editHistory(questionId: string): Promise<EditStep[]>;
}
