import { hashText } from '../ids';
import type { ReadQuestion } from './model';

/** What a doubt about a reference rests on, as a hash: once stem or answer change, the doubt is void. */
export function referenceBasis({ stem, answer }: Pick<ReadQuestion, 'stem' | 'answer'>): string {
  // The unit separator keeps ('ab', 'c') apart from ('a', 'bc').
  return hashText(`${stem}\u001f${answer}`);
}
