import type { Kysely } from 'kysely';
import type { Passage } from '../../domain/question-bank';
import { toPassage } from './bank-rows';
import type { Schema } from './schema';

function passageRows(db: Kysely<Schema>) {
  return db
    .selectFrom('passages')
    .innerJoin('documents', 'documents.id', 'passages.document_id')
    .selectAll('passages')
    .select('documents.name as document_name');
}

export async function listPassages(db: Kysely<Schema>): Promise<Passage[]> {
  const rows = await passageRows(db)
    .where('documents.is_enabled', '=', 1)
    .where('documents.removed_at', 'is', null)
    .orderBy('documents.sequence')
    .orderBy('passages.position')
    .execute();
  return rows.map(toPassage);
}

export async function findPassage(db: Kysely<Schema>, id: string): Promise<Passage | null> {
  const row = await passageRows(db).where('passages.id', '=', id).executeTakeFirst();
  return row ? toPassage(row) : null;
}
