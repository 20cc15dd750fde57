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
  return leakFinder(points, known)(text);
}

/** `findLeak` for several texts: points and what is known are taken apart once. */
export function leakFinder(
  points: readonly string[],
  known: readonly string[],
): (text: string) => string | null {
  const secrets = points.map((point) => {
    const isChinese = /\p{Script=Han}/u.test(point);
    const heard = new Set(known.flatMap((source) => [...runsOf(source, isChinese)]));
    return { isChinese, runs: [...runsOf(point, isChinese)].filter((run) => !heard.has(run)) };
  });
  return (text) => {
    for (const { isChinese, runs } of secrets) {
      const said = runsOf(text, isChinese);
      const leak = said.size === 0 ? undefined : runs.find((run) => said.has(run));
      if (leak !== undefined) return leak;
    }
    return null;
  };
}
