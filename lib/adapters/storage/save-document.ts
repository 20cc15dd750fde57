import { type Kysely, sql } from 'kysely';
import { AppError } from '../../domain/errors';
import type { DocumentChange } from '../../ports';
import { toDocumentRow, toPassageRow, toQuestionRow } from './bank-rows';
import { inSlices, inWriteTransaction, listed } from './connection';
import { raiseRevision } from './document-queries';
import type { DocumentRow, QuestionRow, Schema } from './schema';

/** 19 columns a row: far below the engine's limit of bound values, and large enough that parsing SQL does not count. */
const ROWS_PER_STATEMENT = 200;

const DOCUMENT_COLUMNS = [
  'name',
  'content_hash',
  'encoding',
  'format',
  'text',
  'is_enabled',
  'imported_at',
  'removed_at',
  'file_kind',
  'corrections_json',
  'column_mapping_json',
] as const satisfies readonly (keyof DocumentRow)[];

const QUESTION_COLUMNS = [
  'position',
  'kind',
  'stem',
  'context',
  'options_json',
  'correct',
  'answer',
  'explanation',
  'difficulty',
  'topics_json',
  'line_start',
  'line_end',
  'key_points_json',
  'mistakes_json',
  'tags_json',
  'model_written_json',
  'retired_at',
] as const satisfies readonly (keyof QuestionRow)[];

/** Writes a document with everything in it, or nothing. */
export async function saveDocument(db: Kysely<Schema>, change: DocumentChange): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    await requireFreeName(tx, change);
    await requireOwnQuestions(tx, change);
    await tx
      .insertInto('documents')
      .values(toDocumentRow(change.document))
      .onConflict((conflict) => conflict.column('id').doUpdateSet(overwrite(DOCUMENT_COLUMNS)))
      .execute();
    await writeQuestions(tx, change);
    await replacePassages(tx, change);
    await raiseRevision(tx);
  });
}

function overwrite(columns: readonly string[]) {
  return Object.fromEntries(columns.map((column) => [column, sql`excluded.${sql.ref(column)}`]));
}

async function writeQuestions(tx: Kysely<Schema>, change: DocumentChange): Promise<void> {
  const { document, questions } = change;
  for (const slice of inSlices(questions, ROWS_PER_STATEMENT)) {
    await tx
      .insertInto('questions')
      .values(slice.map(toQuestionRow))
      .onConflict((conflict) => conflict.column('id').doUpdateSet(overwrite(QUESTION_COLUMNS)))
      .execute();
  }
  // The list is the whole new state: what it leaves out is retired, never deleted.
  await tx
    .updateTable('questions')
    .set({ retired_at: document.importedAt })
    .where('document_id', '=', document.id)
    .where('retired_at', 'is', null)
    .where(sql<boolean>`id not in ${listed(questions.map(({ id }) => id))}`)
    .execute();
}

async function replacePassages(tx: Kysely<Schema>, change: DocumentChange): Promise<void> {
  await tx.deleteFrom('passages').where('document_id', '=', change.document.id).execute();
  const rows = change.passages.map(toPassageRow);
  for (const slice of inSlices(rows, ROWS_PER_STATEMENT))
    await tx.insertInto('passages').values(slice).execute();
}

async function requireFreeName(tx: Kysely<Schema>, { document }: DocumentChange): Promise<void> {
  const holder = await tx
    .selectFrom('documents')
    .select('id')
    .where('name', '=', document.name)
    .executeTakeFirst();
  if (!holder || holder.id === document.id) return;
  throw new AppError(
    'conflict',
    'document-name-taken',
    `The bank already has a document named ${document.name}.`,
    {
      details: { name: document.name },
    },
  );
}

async function requireOwnQuestions(
  tx: Kysely<Schema>,
  { document, questions }: DocumentChange,
): Promise<void> {
  const foreign = await tx
    .selectFrom('questions')
    .select('id')
    .where(sql<boolean>`id in ${listed(questions.map(({ id }) => id))}`)
    .where('document_id', '!=', document.id)
    .executeTakeFirst();
  if (!foreign) return;
  throw new AppError('conflict', 'question-id-taken', `Question ${foreign.id} belongs to another document.`, {
    details: { id: foreign.id },
  });
}
