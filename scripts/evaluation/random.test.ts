import { describe, expect, it } from 'vitest';
import { resample, shuffle } from './random';

const SEEDS = Array.from({ length: 400 }, (_, seed) => seed);
const countOf = (values: readonly number[], value: number) => values.filter((each) => each === value).length;

describe('seeded chance', () => {
  it('is the same for the same seed and keeps every item of a shuffle', () => {
    const items = [1, 2, 3, 4, 5, 6];
    expect(shuffle(items, 5)).toEqual(shuffle(items, 5));
    expect([...shuffle(items, 5)].sort()).toEqual(items);
  });

  it('does not favour a place over neighbouring seeds', () => {
    const firsts = SEEDS.map((seed) => shuffle([0, 1, 2, 3], seed)[0] ?? -1);
    for (const place of [0, 1, 2, 3]) {
      expect(countOf(firsts, place)).toBeGreaterThan(60);
      expect(countOf(firsts, place)).toBeLessThan(140);
    }
    const mixed = SEEDS.filter((seed) => new Set(resample([0, 1], seed)).size === 2);
    expect(mixed.length).toBeGreaterThan(150);
    expect(mixed.length).toBeLessThan(250);
  });
});
