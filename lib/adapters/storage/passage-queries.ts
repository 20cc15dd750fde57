import type { Kysely } from 'kysely';
import type { Passage } from '../../domain/question-bank';
import { toPassage } from './bank-rows';
import type { Schema } from './schema';

/** Those of documents in use, in bank order. */
export async function listPassages(db: Kysely<Schema>): Promise<Passage[]> {
  const rows = await db
    .selectFrom('passages')
    .innerJoin('documents', 'documents.id', 'passages.document_id')
    .selectAll('passages')
    .select('documents.name as document_name')
    .where('documents.is_enabled', '=', 1)
    .where('documents.removed_at', 'is', null)
    .orderBy('documents.sequence')
    .orderBy('passages.position')
    .execute();
  return rows.map(toPassage);
}
