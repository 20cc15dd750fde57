import { rubricBasis } from '../grading';
import type { Question } from '../question-bank';

/**
 * Whether a grade was made by something else than what the bank holds now: its stem, reference, key points, options or
 * right option. Without a question in the bank there is nothing to grade anew by.
 */
export function isOutdated(gradedBy: Question, now: Question | undefined): boolean {
  return now !== undefined && basisOf(gradedBy) !== basisOf(now);
}

function basisOf(question: Question): string {
  const { correct = '', options = [], mistakes = [] } = question;
  return JSON.stringify([rubricBasis(question), correct, options, mistakes]);
}
