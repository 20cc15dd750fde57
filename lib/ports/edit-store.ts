import type { Question, QuestionEdits } from '../domain/question-bank';

/** One step in the history of a question: all that differed from the document after it. */
export interface EditStep {
  edits: QuestionEdits;
  /** ISO 8601. */
  at: string;
}

/** What people changed about questions. A document that is read again never overwrites it. */
export interface EditStore {
  /**
   * Changes a question in one step, so that of two who change it at once the second decides on what the first left. What
   * `decide` makes of the question as it counts now and of its history, oldest first, is what differs from the document
   * from then on, and a step of the history; `{}` is the document's own text again, null changes nothing. The bank's
   * revision grows with each step.
   * @returns whether there was a step
   * @throws AppError not-found `question-not-found`; whatever `decide` throws, and then nothing is changed
   */
  changeEdits(
    questionId: string,
    at: string,
    decide: (question: Question, history: readonly EditStep[]) => QuestionEdits | null,
  ): Promise<boolean>;
  /** Every step, oldest first; empty when nothing was ever changed. */
  editHistory(questionId: string): Promise<EditStep[]>;
}
