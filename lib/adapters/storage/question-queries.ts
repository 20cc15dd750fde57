import { type Kysely, sql } from 'kysely';
import type { Passage, Question } from '../../domain/question-bank';
import type { QuestionFilter } from '../../ports';
import { toPassage, toQuestion } from './bank-rows';
import type { Schema } from './schema';

function questionRows(db: Kysely<Schema>) {
  return db
    .selectFrom('questions')
    .innerJoin('documents', 'documents.id', 'questions.document_id')
    .selectAll('questions')
    .select('documents.name as document_name');
}

/** A list as one bound value: no limit on its length. */
function among(column: string, values: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`;
}

export async function listQuestions(db: Kysely<Schema>, filter: QuestionFilter): Promise<Question[]> {
  const { documentIds, topics, kinds, ids } = filter;
  const rows = await questionRows(db)
    .$if(!filter.includeInactive, (query) =>
      query
        .where('questions.retired_at', 'is', null)
        .where('documents.is_enabled', '=', 1)
        .where('documents.removed_at', 'is', null),
    )
    .$if(documentIds !== undefined, (query) => query.where(among('questions.document_id', documentIds ?? [])))
    .$if(kinds !== undefined, (query) => query.where(among('questions.kind', kinds ?? [])))
    .$if(ids !== undefined, (query) => query.where(among('questions.id', ids ?? [])))
    .$if(topics !== undefined, (query) =>
      query.where(
        sql<boolean>`exists (select 1 from json_each(questions.topics_json) topic
          where topic.value in (select value from json_each(${JSON.stringify(topics ?? [])})))`,
      ),
    )
    .orderBy('documents.sequence')
    .orderBy('questions.position')
    .orderBy('questions.id')
    .execute();
  return rows.map(toQuestion);
}

export async function questionsOfDocument(db: Kysely<Schema>, documentId: string): Promise<Question[]> {
  const rows = await questionRows(db)
    .where('questions.document_id', '=', documentId)
    .orderBy('questions.position')
    .orderBy('questions.id')
    .execute();
  return rows.map(toQuestion);
}

export async function findQuestion(db: Kysely<Schema>, id: string): Promise<Question | null> {
  const row = await questionRows(db).where('questions.id', '=', id).executeTakeFirst();
  return row ? toQuestion(row) : null;
}

export async function countQuestions(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom('questions')
    .innerJoin('documents', 'documents.id', 'questions.document_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('questions.retired_at', 'is', null)
    .where('documents.is_enabled', '=', 1)
    .where('documents.removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

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
