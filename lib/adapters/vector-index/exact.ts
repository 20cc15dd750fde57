import { readFile, writeFile } from 'node:fs/promises';
import type { RankedEntry } from '../../domain/retrieval';
import type { Engine, EngineIndex } from './engine';

/** Compares with every vector: exact, and fast enough for some ten thousand entries. */
export const exactEngine: Engine = {
  kind: 'exact',
  create: (dimensions, size) => exactIndex(new Float32Array(dimensions * size), dimensions, []),
  async read(file, dimensions, ids) {
    const bytes = await readFile(file);
    const values = new Float32Array(
      bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    );
    return exactIndex(values, dimensions, [...ids]);
  },
};

function exactIndex(values: Float32Array, dimensions: number, ids: string[]): EngineIndex {
  return {
    kind: 'exact',
    size: () => ids.length,
    add(id, vector) {
      values.set(vector, ids.length * dimensions);
      ids.push(id);
    },
    search: (vector, limit) => nearest(values, Float32Array.from(vector), ids, limit),
    write: (file) => writeFile(file, new Uint8Array(values.buffer)),
  };
}

function nearest(
  values: Float32Array,
  vector: Float32Array,
  ids: readonly string[],
  limit: number,
): RankedEntry[] {
  const scored = ids.map((id, row) => ({ id, score: dot(values, row * vector.length, vector) }));
  return scored.sort((left, right) => right.score - left.score).slice(0, limit);
}

/** Vectors have length 1, so their dot product is their cosine. */
function dot(values: Float32Array, start: number, vector: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < vector.length; index += 1) {
    sum += (values[start + index] as number) * (vector[index] as number);
  }
  return sum;
}
