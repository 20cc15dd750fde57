import type { KeyPoint, PointVerdict } from '../model';
import { prepareAnswer } from '../offline/answer';
import { alignTo, prepareReference, supportsOf } from '../offline/assess';
import { bagOf, conceptIndexWith, read } from '../offline/reading';
import { verdictsOf } from '../offline/verdicts';

const INDEX = conceptIndexWith();

/**
 * What a text does with the points of a reference, judged as an answer is judged offline: whether another reference says
 * them too, says nothing of them, or says the opposite. Quotes are verbatim parts of `text`.
 */
export function readAsAnswer(
  question: string,
  reference: string,
  points: readonly KeyPoint[],
  text: string,
): PointVerdict[] {
  const asked = read(question, INDEX);
  const prepared = prepareReference(reference, points, bagOf(asked), INDEX);
  const onTopic = bagOf(read(`${question}\n${reference}`, INDEX));
  const answer = alignTo(prepared, prepareAnswer([{ text }], asked, onTopic, INDEX));
  return verdictsOf(supportsOf(prepared, answer), text);
}
