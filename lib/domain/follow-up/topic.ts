import { findLeak } from './leak';
import { keyTermsOf, wordsOf } from './terms';

/** Longest topic in characters; with it a Chinese topic stays under the run that counts as a leak. */
const LONGEST_TOPIC = 5;

/**
 * Two or three words that say what a key point is about and do not give it away: a term the person already knows
 * from the question or an own answer where there is one, else the point's shortest own term. Null when every term
 * would tell too much.
 */
export function topicOfPoint(point: string, known: readonly string[]): string | null {
  const heard = known.join('\n').toLowerCase();
  const shared = wordsOf(point).filter(
    (word) => word.text.length > 1 && heard.includes(word.text.toLowerCase()),
  );
  const terms = keyTermsOf(point).map((word) => word.text);
  const familiar = shared.map((word) => word.text).find((text) => terms.includes(text));
  const fresh = terms.find((text) => text.length <= LONGEST_TOPIC && findLeak(text, [point], known) === null);
  return fresh ?? familiar ?? null;
}
