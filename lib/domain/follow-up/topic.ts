import { findLeak } from './leak';
import { keyTermsOf, type Word } from './terms';

/** Longest topic in characters; with it a Chinese topic stays under the run that counts as a leak. */
const LONGEST_TOPIC = 5;

/** Neighbouring words make one name (精确 + 去重), as far as it stays short enough. */
function joinNeighbours(words: readonly Word[]): string[] {
  const names: { text: string; end: number }[] = [];
  for (const word of words) {
    const last = names.at(-1);
    const isNext = last?.end === word.start && last.text.length + word.text.length <= LONGEST_TOPIC;
    if (last && isNext) names[names.length - 1] = { text: last.text + word.text, end: word.end };
    else names.push({ text: word.text, end: word.end });
  }
  // One Chinese character alone (跨, 还) names nothing.
  return names.map((name) => name.text).filter((text) => text.length > 1);
}

/**
 * A term that says what a key point is about and does not give it away: the fullest own term that is short enough,
 * else one that the person already knows from the question or an own answer. Null when every term would tell too much.
 */
export function topicOfPoint(point: string, known: readonly string[]): string | null {
  const heard = known.join('\n').toLowerCase();
  const names = joinNeighbours(keyTermsOf(point));
  const safe = names.filter(
    (text) => text.length <= LONGEST_TOPIC && findLeak(text, [point], known) === null,
  );
  const fullest = safe.reduce<string | null>(
    (best, text) => (text.length > (best?.length ?? 0) ? text : best),
    null,
  );
  return fullest ?? names.find((text) => heard.includes(text.toLowerCase())) ?? null;
}
