import { type Kysely, sql } from 'kysely';
import type { Rubric } from '../../domain/grading';
import type { BankStore } from '../../ports';
import {
  findDocument,
  listDocuments,
  readRevision,
  removeDocument,
  setDocumentEnabled,
} from './document-queries';
import { noSuchQuestion } from './errors';
import { listPassages } from './passage-queries';
import { countQuestions, findQuestion, listQuestions, questionsOfDocument } from './question-queries';
import { saveDocument } from './save-document';
import type { Schema } from './schema';

export function createBankStore(db: Kysely<Schema>): BankStore {
  return {
    listDocuments: (options) => listDocuments(db, options?.includeRemoved ?? false),
    findDocument: (id) => findDocument(db, 'id', id),
    findDocumentByName: (name) => findDocument(db, 'name', name),
    questionsOfDocument: (documentId) => questionsOfDocument(db, documentId),
    saveDocument: (change) => saveDocument(db, change),
    setDocumentEnabled: (id, isEnabled) => setDocumentEnabled(db, id, isEnabled),
    removeDocument: (id, at) => removeDocument(db, id, at),
    listQuestions: (filter) => listQuestions(db, filter ?? {}),
    findQuestion: (id) => findQuestion(db, id),
    countQuestions: () => countQuestions(db),
    listPassages: () => listPassages(db),
    revision: () => readRevision(db),
    findRubric: (questionId, basisHash) => findRubric(db, questionId, basisHash),
    saveRubric: (rubric) => saveRubric(db, rubric),
  };
}

async function findRubric(
  db: Kysely<Schema>,
  questionId: string,
  basisHash?: string,
): Promise<Rubric | null> {
  const row = await db
    .selectFrom('rubrics')
    .select('rubric_json')
    .where('question_id', '=', questionId)
    .$if(basisHash !== undefined, (query) =>
      query.where(sql<boolean>`json_extract(rubric_json, '$.basisHash') = ${basisHash}`),
    )
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return row ? (JSON.parse(row.rubric_json) as Rubric) : null;
}

/** Grades name the rubric they used, so a stored one is never changed: the same id again is a no-op. */
async function saveRubric(db: Kysely<Schema>, rubric: Rubric): Promise<void> {
  const question = await db
    .selectFrom('questions')
    .select('id')
    .where('id', '=', rubric.questionId)
    .executeTakeFirst();
  if (!question) throw noSuchQuestion(rubric.questionId);
  await db
    .insertInto('rubrics')
    .values({ id: rubric.id, question_id: rubric.questionId, rubric_json: JSON.stringify(rubric) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
