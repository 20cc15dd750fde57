import { type Kysely, sql } from 'kysely';
import { AppError } from '../../domain/errors';
import type { MergeStore } from '../../ports';
import { inWriteTransaction } from './connection';
import { raiseRevision } from './document-queries';
import { noSuchQuestion } from './edit-store';
import type { Schema } from './schema';

export function createMergeStore(db: Kysely<Schema>): MergeStore {
  return {
    merge: (ids, into) => inWriteTransaction(db, (tx) => merge(tx, [...new Set(ids)], into)),
    split: (id, at) => inWriteTransaction(db, (tx) => split(tx, id, at)),
    keepApart: (first, second, at) => keepApart(db, first, second, at),
    async listKeptApart() {
      const rows = await db.selectFrom('kept_apart').select(['first_id', 'second_id']).execute();
      return rows.map((row) => [row.first_id, row.second_id]);
    },
  };
}

async function merge(tx: Kysely<Schema>, ids: readonly string[], into: string): Promise<void> {
  const root = (await rootOf(tx, into)) ?? into;
  for (const id of ids) await rootOf(tx, id);
  if (ids.includes(root) || ids.includes(into))
    throw new AppError('invalid', 'merge-with-itself', 'A question cannot be merged into itself.', {
      details: { id: into },
    });
  if (ids.length === 0) return;
  await tx
    .updateTable('questions')
    .set({ merged_into: root })
    .where(({ eb, or }) => or([eb('id', 'in', ids), eb('merged_into', 'in', ids)]))
    .execute();
  // Who merges two questions no longer keeps them apart.
  await tx
    .deleteFrom('kept_apart')
    .where('first_id', 'in', [...ids, root])
    .where('second_id', 'in', [...ids, root])
    .execute();
  await raiseRevision(tx);
}

async function split(tx: Kysely<Schema>, id: string, at: string): Promise<void> {
  const root = await rootOf(tx, id);
  if (root === null) return;
  await tx.updateTable('questions').set({ merged_into: null }).where('id', '=', id).execute();
  await keepApart(tx, id, root, at);
  await raiseRevision(tx);
}

/** What a question is merged into; null when it stands for itself. */
async function rootOf(db: Kysely<Schema>, id: string): Promise<string | null> {
  const row = await db.selectFrom('questions').select('merged_into').where('id', '=', id).executeTakeFirst();
  if (!row) throw noSuchQuestion(id);
  return row.merged_into;
}

/** A pair has one row, whichever of the two was named first. */
async function keepApart(db: Kysely<Schema>, first: string, second: string, at: string): Promise<void> {
  if (first === second) return;
  const [first_id, second_id] = first < second ? [first, second] : [second, first];
  for (const id of [first_id, second_id]) await rootOf(db, id);
  await db
    .insertInto('kept_apart')
    .values({ first_id, second_id, at })
    .onConflict((conflict) =>
      conflict.columns(['first_id', 'second_id']).doUpdateSet({ at: sql`excluded.at` }),
    )
    .execute();
}
