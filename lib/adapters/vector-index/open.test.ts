import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { someVectors, vectorIndexContract } from './contract';
import * as hnsw from './hnsw';
import type { HnswVectorStore } from './hnsw-vector-store';
import { openVectorIndexes } from './open';

const HAS_HNSW = existsSync(new URL('../../../node_modules/hnswlib-node', import.meta.url));

vectorIndexContract('exact', (dir) => openVectorIndexes({ dir, engine: 'exact' }));

describe.skipIf(!HAS_HNSW)('with hnswlib-node (optional dependency)', () => {
  vectorIndexContract('hnsw', (dir) => openVectorIndexes({ dir }));

  it('is what opens by default', async () => {
    expect((await openVectorIndexes({ dir: os.tmpdir() })).kind).toBe('hnsw');
  });

  it('is a LangChain vector store', async () => {
    const engine = await hnsw.openHnswEngine();
    const store = engine.create(32, 1) as HnswVectorStore;
    const entries = someVectors(40);
    const ids = await store.addVectors(
      entries.map(({ vector }) => [...vector]),
      entries.map(({ id }) => ({ pageContent: '', metadata: { id } })),
    );
    expect(ids).toHaveLength(40);
    const [best] = await store.similaritySearchVectorWithScore([...(entries[3]?.vector ?? [])], 2);
    expect(best?.[0].metadata).toEqual({ id: 'e3' });
    expect(best?.[1]).toBeCloseTo(1, 4);
  });

  it('agrees with exact search on nearly all of the ten nearest', async () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'viva-recall-'));
    const entries = someVectors(5000);
    async function* all() {
      yield entries;
    }
    const tag = { embedderId: 'test', dimensions: 32, contentHash: 'x' };
    const approximate = await (await openVectorIndexes({ dir })).build('a', tag, entries.length, all());
    const exact = await (await openVectorIndexes({ dir, engine: 'exact' })).build(
      'b',
      tag,
      entries.length,
      all(),
    );
    const hits = someVectors(50).flatMap(({ vector }) => {
      const found = new Set(approximate.search(vector, 10).map(({ id }) => id));
      return exact.search(vector, 10).map(({ id }) => found.has(id));
    });
    expect(hits.filter(Boolean).length / hits.length).toBeGreaterThanOrEqual(0.98);
    rmSync(dir, { recursive: true });
  });
});

describe('without hnswlib-node', () => {
  const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });

  it.each([
    ['is not installed', missing],
    ['built for another Node', new Error('The module was built for another Node.')],
  ])('searches exactly, and says why: %s', async (said, error) => {
    vi.spyOn(hnsw, 'openHnswEngine').mockRejectedValue(error);
    const { kind, notice } = await openVectorIndexes({ dir: os.tmpdir() });
    expect(kind).toBe('exact');
    expect(notice).toMatchObject({ code: 'hnsw-missing', message: expect.stringContaining(said) });
  });
});

describe('an index that cannot be kept', () => {
  it('serves, and the failure is told', async () => {
    const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'viva-unkept-')), 'file');
    writeFileSync(file, 'a file where a folder should be');
    const told: unknown[] = [];
    const indexes = await openVectorIndexes({
      dir: file,
      engine: 'exact',
      onUnkept: (error) => told.push(error),
    });
    async function* one() {
      yield [{ id: 'a', vector: [1, 0] }];
    }
    const index = await indexes.build('stem', { embedderId: 'e', dimensions: 2, contentHash: 'h' }, 1, one());
    expect(index.search([1, 0], 1)).toEqual([{ id: 'a', score: 1 }]);
    expect(told).toHaveLength(1);
  });
});
