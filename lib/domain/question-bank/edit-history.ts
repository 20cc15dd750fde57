import { applyEdits, contentOf, EDITABLE_FIELDS, isSameContent, withoutEdits } from './edits';
import type { Question, QuestionContent, QuestionEdits } from './model';

/**
 * What undo goes back to: the edits before the last change that was not undone itself. A step that leads back to the state
 * before the one it left counts as an undo, so that undoing again goes further back instead of to and fro.
 * @param history what differed from the document after each step, oldest first
 * @returns null when the question is as the document has it, or as it was before every change
 */
export function previousEdits(history: readonly QuestionEdits[]): QuestionEdits | null {
  const states: QuestionEdits[] = [{}];
  for (const step of history) {
    const before = states.at(-2);
    if (before && isSameContent(before, step)) states.pop();
    else states.push(step);
  }
  return states.at(-2) ?? null;
}

/** One step in the history of a question, as a person reads it. */
export interface HistoryStep {
  /** What the question said after it, over the document as it is now. */
  content: QuestionContent;
  /** What the step changed, against the step before it or, of the first, the document. */
  changes: FieldChange[];
}

export interface FieldChange {
  field: keyof QuestionContent;
  before: QuestionContent[keyof QuestionContent];
  after: QuestionContent[keyof QuestionContent];
}

/** The fields in which two contents differ. */
export function changedFields(before: QuestionContent, after: QuestionContent): FieldChange[] {
  return EDITABLE_FIELDS.filter((field) => !isSameContent(before[field], after[field])).map((field) => ({
    field,
    before: before[field],
    after: after[field],
  }));
}

/** The steps of `history` (what differed from the document after each), oldest first. */
export function describeHistory(question: Question, history: readonly QuestionEdits[]): HistoryStep[] {
  const document = withoutEdits(question);
  const contents = history.map((edits) => contentOf(applyEdits({ ...document, edits })));
  return contents.map((content, index) => ({
    content,
    changes: changedFields(contents[index - 1] ?? contentOf(document), content),
  }));
}
