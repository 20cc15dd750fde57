import { type Kysely, sql } from 'kysely';
import { AppError } from '../../domain/errors';
import type { BankDocument } from '../../domain/question-bank';
import type { DocumentSummary } from '../../ports';
import { toDocument, toDocumentSummary } from './bank-rows';
import { inWriteTransaction } from './connection';
import type { Schema } from './schema';

const SUMMARY_COLUMNS = [
  'id',
  'name',
  'content_hash',
  'encoding',
  'format',
  'is_enabled',
  'imported_at',
  'removed_at',
  'file_kind',
  'corrections_json',
  'column_mapping_json',
] as const;

/** Documents in the order they first came in, with counts of what is active in each. */
export async function listDocuments(db: Kysely<Schema>, includeRemoved: boolean): Promise<DocumentSummary[]> {
  const rows = await db
    .selectFrom('documents')
    .select(SUMMARY_COLUMNS)
    .select([
      sql<number>`(select count(*) from questions q where q.document_id = documents.id and q.retired_at is null)`.as(
        'question_count',
      ),
      sql<number>`(select count(*) from questions q where q.document_id = documents.id and q.retired_at is null and coalesce(json_extract(q.edits_json, '$.kind'), q.kind) = 'choice')`.as(
        'choice_count',
      ),
      sql<number>`(select count(*) from passages p where p.document_id = documents.id)`.as('passage_count'),
    ])
    .$if(!includeRemoved, (query) => query.where('removed_at', 'is', null))
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({
    ...toDocumentSummary(row),
    questionCount: row.question_count,
    choiceCount: row.choice_count,
    passageCount: row.passage_count,
  }));
}

export async function findDocument(
  db: Kysely<Schema>,
  by: 'id' | 'name',
  value: string,
): Promise<BankDocument | null> {
  const row = await db
    .selectFrom('documents')
    .select([...SUMMARY_COLUMNS, 'text'])
    .where(by, '=', value)
    .executeTakeFirst();
  return row ? toDocument(row) : null;
}

export async function setDocumentEnabled(db: Kysely<Schema>, id: string, isEnabled: boolean): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    const result = await tx
      .updateTable('documents')
      .set({ is_enabled: isEnabled ? 1 : 0 })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .executeTakeFirst();
    requireOne(result.numUpdatedRows, id);
    await raiseRevision(tx);
  });
}

/** Removing twice is the same as removing once. */
export async function removeDocument(db: Kysely<Schema>, id: string, at: string): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    const known = await tx
      .selectFrom('documents')
      .select('removed_at')
      .where('id', '=', id)
      .executeTakeFirst();
    requireOne(known ? 1n : 0n, id);
    if (known?.removed_at) return;
    await tx.updateTable('documents').set({ removed_at: at }).where('id', '=', id).execute();
    await tx
      .updateTable('questions')
      .set({ retired_at: at })
      .where('document_id', '=', id)
      .where('retired_at', 'is', null)
      .execute();
    await raiseRevision(tx);
  });
}

export async function raiseRevision(db: Kysely<Schema>): Promise<void> {
  await db
    .updateTable('counters')
    .set((row) => ({ value: row('value', '+', 1) }))
    .where('name', '=', 'bank_revision')
    .execute();
}

export async function readRevision(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom('counters')
    .select('value')
    .where('name', '=', 'bank_revision')
    .executeTakeFirstOrThrow();
  return row.value;
}

function requireOne(count: bigint, id: string): void {
  if (count === 0n)
    throw new AppError('not-found', 'document-not-found', `There is no document ${id} in the bank.`, {
      details: { id },
    });
}
