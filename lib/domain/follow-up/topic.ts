import { leakFinder } from './leak';
import { keyTermsOf, type Word } from './terms';

/** Longest topic in characters; with it a Chinese topic stays under the run that counts as a leak. */
const LONGEST_TOPIC = 5;

/**
 * Names in a point: neighbouring words make one (精确 + 去重) as long as the whole of it is short enough, for half a name
 * misleads; words of a longer run stand for themselves. One Chinese character alone (跨, 还) names nothing.
 */
function namesIn(words: readonly Word[]): string[] {
  const runs: Word[][] = [];
  for (const word of words) {
    const last = runs.at(-1);
    if (last?.at(-1)?.end === word.start) last.push(word);
    else runs.push([word]);
  }
  const names = runs.flatMap((run) => {
    const whole = run.map((word) => word.text).join('');
    return whole.length <= LONGEST_TOPIC ? [whole] : run.map((word) => word.text);
  });
  return names.filter((text) => text.length > 1);
}

/**
 * A term that says what a key point is about and does not give it away: the fullest own term that is short enough,
 * else one that the person already knows from the question or an own answer. Null when every term would tell too much.
 */
export function topicOfPoint(point: string, known: readonly string[]): string | null {
  const heard = known.join('\n').toLowerCase();
  const names = namesIn(keyTermsOf(point));
  const leakIn = leakFinder([point], known);
  const safe = names.filter((text) => text.length <= LONGEST_TOPIC && leakIn(text) === null);
  const fullest = safe.reduce<string | null>(
    (best, text) => (text.length > (best?.length ?? 0) ? text : best),
    null,
  );
  return fullest ?? names.find((text) => heard.includes(text.toLowerCase())) ?? null;
}
