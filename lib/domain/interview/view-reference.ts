import { disagreements, referencesOf } from '../grading';
import { type Question, questionText } from '../question-bank';
import type { ReferenceView } from './view';

/** What other documents say on the same question, and where they disagree; nothing for a question of one document. */
function viewOtherReferences(question: Question): Pick<ReferenceView, 'others' | 'disagreements'> {
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

/** The reference of a question with what is known against it. */
export function viewReference(question: Question): ReferenceView {
  const { answer, explanation, correct, documentName, documentId, lines, referenceDoubts } = question;
  const doubt = referenceDoubts?.[0]?.reason;
  return {
    answer,
    ...(explanation === undefined ? {} : { explanation }),
    ...(correct === undefined ? {} : { correct }),
    document: documentName,
    documentId,
    lines,
    ...(doubt === undefined ? {} : { doubt }),
    ...viewOtherReferences(question),
  };
}
