import { type Kysely, sql } from 'kysely';
import { AppError } from '../../domain/errors';
import type { MergeStore } from '../../ports';
import { isUsableReference } from './active';
import { inWriteTransaction } from './connection';
import { raiseRevision } from './document-queries';
import { noSuchQuestion } from './errors';
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

async function merge(tx: Kysely<Schema>, given: readonly string[], into: string): Promise<void> {
  const former = await rootOf(tx, into);
  const isAsked = former === null || (await canBeAsked(tx, former));
  const root = isAsked ? (former ?? into) : into;
  // What it was merged into is gone for now: it takes that one's place, and the other comes along when it returns.
  const ids = isAsked ? given : [...given, former];
  for (const id of ids) await rootOf(tx, id);
  if (ids.includes(root) || ids.includes(into))
    throw new AppError('invalid', 'merge-with-itself', 'A question cannot be merged into itself.', {
      details: { id: into },
    });
  if (given.length === 0) return;
  await tx.updateTable('questions').set({ merged_into: null }).where('id', '=', root).execute();
  await tx
    .updateTable('questions')
    .set({ merged_into: root })
    .where('id', '!=', root)
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

async function canBeAsked(db: Kysely<Schema>, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('questions')
    .innerJoin('documents', 'documents.id', 'questions.document_id')
    .select('questions.id')
    .where('questions.id', '=', id)
    .where(isUsableReference)
    .executeTakeFirst();
  return row !== undefined;
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
