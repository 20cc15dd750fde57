import { unsafeUniformIntDistribution as uniformInt } from 'pure-rand/distribution/UnsafeUniformIntDistribution';
import { xoroshiro128plus } from 'pure-rand/generator/XoroShiro';

/** Whole numbers from `from` to `to`, both included; the same seed gives the same ones. */
export type RandomInt = (from: number, to: number) => number;

export function seededRandom(seed: number): RandomInt {
  const random = xoroshiro128plus(seed);
  // The first numbers of neighbouring seeds are alike; far along the sequence they are not.
  random.unsafeJump?.();
  return (from, to) => uniformInt(from, to, random);
}

/** As many items again, drawn with replacement. */
export function resample<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  return items.flatMap(() => items[random(0, items.length - 1)] ?? []);
}

/** Fisher and Yates: the same seed gives the same order. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = seededRandom(seed);
  const result = [...items];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = random(0, last);
    const [a, b] = [result[last], result[other]];
    if (a !== undefined && b !== undefined) [result[last], result[other]] = [b, a];
  }
  return result;
}
