/** Consecutive characters of a Chinese key point that give it away. */
const LEAKING_CHARACTERS = 6;
/** Consecutive words of an English key point that give it away. */
const LEAKING_WORDS = 3;

function compact(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function wordSequence(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Every run of `size` neighbours, joined; one run of all when there are fewer. */
function windows(units: readonly string[], size: number, glue: string): string[] {
  if (units.length < size) return [];
  return Array.from({ length: units.length - size + 1 }, (_, start) =>
    units.slice(start, start + size).join(glue),
  );
}

function runsOf(text: string, isChinese: boolean): Set<string> {
  return new Set(
    isChinese
      ? windows([...compact(text)], LEAKING_CHARACTERS, '')
      : windows(wordSequence(text), LEAKING_WORDS, ' '),
  );
}

/**
 * The first run of a key point that `text` gives away: 6 consecutive characters (a key point in Chinese) or 3
 * consecutive words (one in English), white space, punctuation, width and case aside, that stand in none of the
 * `known` texts (the question and the person's own answers). Null when nothing leaks.
 */
export function findLeak(text: string, points: readonly string[], known: readonly string[]): string | null {
  for (const point of points) {
    const isChinese = /\p{Script=Han}/u.test(point);
    const said = runsOf(text, isChinese);
    const heard = new Set(known.flatMap((source) => [...runsOf(source, isChinese)]));
    const leak = [...runsOf(point, isChinese)].find((run) => said.has(run) && !heard.has(run));
    if (leak !== undefined) return leak;
  }
  return null;
}
