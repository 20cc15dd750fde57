import { type Kysely, sql } from 'kysely';
import { applyEdits, type OtherReference, type Question, referenceBasis } from '../../domain/question-bank';
import type { QuestionFilter } from '../../ports';
import { isActiveQuestion, isUsableReference } from './active';
import { toQuestion } from './bank-rows';
import { listed } from './connection';
import { toDoubt } from './doubt-store';
import type { Schema } from './schema';

/** Kind and topics as they count: a person's edit before the document. */
const KIND = sql`coalesce(json_extract(questions.edits_json, '$.kind'), questions.kind)`;
const TOPICS = sql`coalesce(json_extract(questions.edits_json, '$.topics'), questions.topics_json)`;

function questionRows(db: Kysely<Schema>) {
  return db
    .selectFrom('questions')
    .innerJoin('documents', 'documents.id', 'questions.document_id')
    .selectAll('questions')
    .select('documents.name as document_name');
}

export async function listQuestions(db: Kysely<Schema>, filter: QuestionFilter): Promise<Question[]> {
  const { documentIds, topics, kinds, ids } = filter;
  const rows = await questionRows(db)
    .$if(!filter.includeInactive, (query) => query.where(isActiveQuestion))
    .$if(documentIds !== undefined, (query) =>
      query.where(sql<boolean>`questions.document_id in ${listed(documentIds ?? [])}`),
    )
    .$if(kinds !== undefined, (query) => query.where(sql<boolean>`${KIND} in ${listed(kinds ?? [])}`))
    .$if(ids !== undefined, (query) => query.where(sql<boolean>`questions.id in ${listed(ids ?? [])}`))
    .$if(topics !== undefined, (query) =>
      query.where(
        sql<boolean>`exists (select 1 from json_each(${TOPICS}) topic where topic.value in ${listed(topics ?? [])})`,
      ),
    )
    .orderBy('documents.sequence')
    .orderBy('questions.position')
    .orderBy('questions.id')
    .execute();
  return asTheyCount(db, rows.map(toQuestion));
}

/** As the document says them, edits beside. */
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
  const [question] = row ? await asTheyCount(db, [toQuestion(row)]) : [];
  return question ?? null;
}

export async function countQuestions(db: Kysely<Schema>): Promise<number> {
  const row = await db
    .selectFrom('questions')
    .innerJoin('documents', 'documents.id', 'questions.document_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(isActiveQuestion)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Questions with edits applied, the references of what was merged into them, and standing doubts about their own. */
async function asTheyCount(db: Kysely<Schema>, stored: readonly Question[]): Promise<Question[]> {
  const questions = stored.map(applyEdits);
  const only = questions.length === 1 ? questions[0]?.id : undefined;
  const references = await otherReferences(db, only);
  const doubts = await standingDoubts(db, only);
  return questions.map((question) => {
    const others = references.get(question.id);
    const raised = doubts.get(question.id);
    // Doubts are few: only where there are any is the text hashed.
    const basis = raised && referenceBasis(question);
    const standing = raised?.filter((doubt) => doubt.basisHash === basis) ?? [];
    return {
      ...question,
      ...(others && { otherReferences: others }),
      ...(standing.length > 0 && { referenceDoubts: standing }),
    };
  });
}

/** By the question they were merged into; of one question when `only` is given. */
async function otherReferences(db: Kysely<Schema>, only?: string): Promise<Map<string, OtherReference[]>> {
  const rows = await questionRows(db)
    .where('questions.merged_into', 'is not', null)
    .where(isUsableReference)
    .$if(only !== undefined, (query) => query.where('questions.merged_into', '=', only ?? ''))
    .orderBy('documents.sequence')
    .orderBy('questions.position')
    .execute();
  return groupBy(rows.map(toQuestion).map(applyEdits), (question) => question.mergedInto ?? '', toReference);
}

function toReference(question: Question): OtherReference {
  const { id, documentName, lines, stem, answer, explanation } = question;
  return {
    questionId: id,
    ...{ documentName, lines, stem, answer },
    ...(explanation !== undefined && { explanation }),
  };
}

async function standingDoubts(db: Kysely<Schema>, only?: string) {
  const rows = await db
    .selectFrom('reference_doubts')
    .selectAll()
    .where('state', '!=', 'dismissed')
    .$if(only !== undefined, (query) => query.where('question_id', '=', only ?? ''))
    .orderBy('at')
    .orderBy('id')
    .execute();
  return groupBy(
    rows.map(toDoubt),
    (doubt) => doubt.questionId,
    (doubt) => doubt,
  );
}

function groupBy<T, R>(
  items: readonly T[],
  keyOf: (item: T) => string,
  map: (item: T) => R,
): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(map(item));
    else groups.set(keyOf(item), [map(item)]);
  }
  return groups;
}
