import { type RawBuilder, sql } from 'kysely';

/** Whether a document, by its alias in the query, is in the bank and switched on. */
function isInUse(document: string): RawBuilder<boolean> {
  const at = (column: string) => sql.ref(`${document}.${column}`);
  return sql<boolean>`${at('is_enabled')} = 1 and ${at('removed_at')} is null`;
}

/**
 * Whether a row of `questions` joined with its `documents` can be asked: it stands in a document in use and is not merged
 * into another question that can be asked.
 */
export const isActiveQuestion: RawBuilder<boolean> = sql<boolean>`questions.retired_at is null
  and ${isInUse('documents')}
  and not exists (
    select 1 from questions root join documents home on home.id = root.document_id
    where root.id = questions.merged_into and root.retired_at is null and ${isInUse('home')})`;

/** Whether a row, merged or not, stands in a document in use that still holds it: its answer counts. */
export const isUsableReference: RawBuilder<boolean> = sql<boolean>`questions.retired_at is null
  and ${isInUse('documents')}`;
