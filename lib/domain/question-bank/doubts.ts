import { hashText } from '../ids';
import type { ReadQuestion } from './model';

/** What a doubt about a reference rests on, as a hash: once the question or its reference change, the doubt is void. */
export function referenceBasis(
  question: Pick<ReadQuestion, 'stem' | 'context' | 'answer' | 'explanation'>,
): string {
  const { stem, context = '', answer, explanation = '' } = question;
  return hashText(JSON.stringify([stem, context, answer, explanation]));
}
