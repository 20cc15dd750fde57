import { isSameContent } from './edits';
import type { QuestionEdits } from './model';

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
