import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { VectorEntry, VectorIndexes, VectorIndexTag } from '../../ports';

const DIMENSIONS = 32;

/** Unit vectors that differ in a repeatable way. */
export function someVectors(count: number): VectorEntry[] {
  return Array.from({ length: count }, (_, row) => {
    const raw = Array.from({ length: DIMENSIONS }, (_, column) =>
      Math.sin(1 + row * 12.9898 + column * 78.233),
    );
    const length = Math.hypot(...raw);
    return { id: `e${row}`, vector: raw.map((value) => value / length) };
  });
}

async function* inBatches(entries: readonly VectorEntry[], size: number): AsyncGenerator<VectorEntry[]> {
  for (let start = 0; start < entries.length; start += size) yield entries.slice(start, start + size);
}

/** What every vector index must do; run by each engine's test. */
export function vectorIndexContract(name: string, open: (dir: string) => Promise<VectorIndexes>): void {
  const tag: VectorIndexTag = { embedderId: 'test', dimensions: DIMENSIONS, contentHash: 'abc' };
  const entries = someVectors(500);
  let dir: string;
  let indexes: VectorIndexes;

  const build = (these = entries) => indexes.build('stem', tag, these.length, inBatches(these, 64));
  const dataFile = () => path.join(dir, readdirSync(dir).find((file) => !file.endsWith('.json')) ?? '');

  beforeEach(async () => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'viva-index-'));
    indexes = await open(path.join(dir));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  describe(`${name}: searching`, () => {
    it('finds each entry by its own vector, with cosine 1, best first', async () => {
      const index = await build();
      expect(index.size()).toBe(entries.length);
      for (const { id, vector } of entries.slice(0, 50)) {
        const hits = index.search(vector, 5);
        expect(hits).toHaveLength(5);
        expect(hits[0]?.id).toBe(id);
        expect(hits[0]?.score).toBeCloseTo(1, 4);
        expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
      }
    });

    it('gives no more than there are, and nothing of nothing', async () => {
      const [first] = entries;
      const index = await build(entries.slice(0, 3));
      expect(index.search(first?.vector ?? [], 10)).toHaveLength(3);
      expect(index.search(first?.vector ?? [], 0)).toEqual([]);
      const empty = await build([]);
      expect(empty.size()).toBe(0);
      expect(empty.search(first?.vector ?? [], 10)).toEqual([]);
    });
  });

  describe(`${name}: keeping`, () => {
    it('finds the kept index again, also through a new opening', async () => {
      const built = await build();
      const loaded = await (await open(dir)).load('stem', tag);
      expect(loaded?.size()).toBe(entries.length);
      const query = entries[7]?.vector ?? [];
      expect(loaded?.search(query, 10)).toEqual(built.search(query, 10));
    });

    it('keeps only the newest data', async () => {
      await build();
      await build(entries.slice(0, 10));
      expect(readdirSync(dir)).toHaveLength(2);
      expect((await indexes.load('stem', tag))?.size()).toBe(10);
    });

    it.each<[string, Partial<VectorIndexTag>]>([
      ['another embedder', { embedderId: 'other' }],
      ['another dimension', { dimensions: 64 }],
      ['another bank', { contentHash: 'def' }],
    ])('gives nothing for %s', async (_name, change) => {
      await build();
      expect(await indexes.load('stem', { ...tag, ...change })).toBeNull();
    });

    it.each<[string, () => void]>([
      ['nothing was kept', () => rmSync(dir, { recursive: true })],
      ['the data file is gone', () => rmSync(dataFile())],
      ['the data file has other bytes', () => appendFileSync(dataFile(), 'x')],
      ['the data file is empty', () => writeFileSync(dataFile(), '')],
      ['the manifest is no JSON', () => writeFileSync(path.join(dir, 'stem.json'), '{"format": 1')],
      ['the manifest is of another shape', () => writeFileSync(path.join(dir, 'stem.json'), '{}')],
      [
        'the manifest points elsewhere',
        () => writeFileSync(path.join(dir, 'stem.json'), '{"dataFile": "../x"}'),
      ],
    ])('gives nothing when %s', async (_name, damage) => {
      await build();
      damage();
      expect(await indexes.load('stem', tag)).toBeNull();
    });
  });
}
