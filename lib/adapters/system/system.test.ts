import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskUsage, openIds } from '.';

describe('openIds', () => {
  it('never gives an id twice, and keeps the prefix', () => {
    const ids = openIds();
    const given = Array.from({ length: 1000 }, () => ids.next('i'));
    expect(new Set(given).size).toBe(1000);
    expect(given.every((id) => /^i_[0-9a-f]{24}$/.test(id))).toBe(true);
  });

  it('gives seeds that are non-negative 31-bit integers', () => {
    const ids = openIds();
    const seeds = Array.from({ length: 1000 }, () => ids.seed());
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31)).toBe(true);
  });
});

describe('diskUsage', () => {
  it('adds up what lies below a folder', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'viva-usage-'));
    mkdirSync(path.join(folder, 'inner'));
    writeFileSync(path.join(folder, 'a'), 'abc');
    writeFileSync(path.join(folder, 'inner', 'b'), 'de');
    expect(await diskUsage(folder)).toBe(5);
    expect(await diskUsage(path.join(folder, 'missing'))).toBe(0);
  });
});
