import { disagreements, referencesOf } from '../grading';
import { type Question, questionText } from '../question-bank';
import type { ReferenceView } from './view';

/** What other documents say on the same question, and where they disagree; nothing for a question of one document. */
export function viewOtherReferences(question: Question): Pick<ReferenceView, 'others' | 'disagreements'> {
  const others = (question.otherReferences ?? []).map(({ answer, explanation, documentName, lines }) => ({
    answer,
    ...(explanation === undefined ? {} : { explanation }),
    document: documentName,
    lines,
  }));
  if (others.length === 0) return {};
  const places = disagreements(questionText(question), referencesOf(question));
  return { others, disagreements: places.map(({ quoteA, quoteB }) => ({ quoteA, quoteB })) };
}
