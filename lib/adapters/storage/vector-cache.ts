import { type Kysely, sql } from 'kysely';
import type { VectorCache } from '../../ports';
import { inSlices, inWriteTransaction, listed } from './connection';
import type { Schema } from './schema';

const ROWS_PER_STATEMENT = 500;

/** Vectors as Float32: 2 KB for 512 dimensions, a quarter of JSON, and no less exact than what an embedder computes with. */
export function createVectorCache(db: Kysely<Schema>): VectorCache {
  return {
    async find(embedderId, textHashes) {
      const rows = await db
        .selectFrom('vectors')
        .select(['text_hash', 'vector'])
        .where('embedder_id', '=', embedderId)
        .where(sql<boolean>`text_hash in ${listed(textHashes)}`)
        .execute();
      return new Map(rows.map((row) => [row.text_hash, fromBlob(row.vector)]));
    },
    async save(embedderId, vectors) {
      const rows = [...vectors].map(([textHash, vector]) => ({
        embedder_id: embedderId,
        text_hash: textHash,
        vector: toBlob(vector),
      }));
      await inWriteTransaction(db, async (tx) => {
        for (const slice of inSlices(rows, ROWS_PER_STATEMENT)) {
          await tx
            .insertInto('vectors')
            .values(slice)
            .onConflict((conflict) => conflict.columns(['embedder_id', 'text_hash']).doNothing())
            .execute();
        }
      });
    },
  };
}

function toBlob(vector: readonly number[]): Buffer {
  const blob = Buffer.alloc(vector.length * 4);
  vector.forEach((value, index) => {
    blob.writeFloatLE(value, index * 4);
  });
  return blob;
}

function fromBlob(blob: Buffer): number[] {
  const vector = new Array<number>(blob.length / 4);
  for (let index = 0; index < vector.length; index += 1) vector[index] = blob.readFloatLE(index * 4);
  return vector;
}
