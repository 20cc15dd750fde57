import type { Kysely } from 'kysely';
import type { QuestionEdits } from '../../domain/question-bank';
import type { EditStep, EditStore } from '../../ports';
import { inWriteTransaction } from './connection';
import { raiseRevision } from './document-queries';
import { noSuchQuestion } from './errors';
import { findQuestion } from './question-queries';
import type { Schema } from './schema';

export function createEditStore(db: Kysely<Schema>): EditStore {
  return {
    changeEdits: (questionId, at, decide) =>
      inWriteTransaction(db, async (tx) => {
        const question = await findQuestion(tx, questionId);
        if (!question) throw noSuchQuestion(questionId);
        const edits = decide(question, await editHistory(tx, questionId));
        if (edits !== null) await addStep(tx, questionId, { edits, at });
        return edits !== null;
      }),
    editHistory: (questionId) => editHistory(db, questionId),
  };
}

async function addStep(tx: Kysely<Schema>, questionId: string, { edits, at }: EditStep): Promise<void> {
  const json = JSON.stringify(edits);
  await tx
    .updateTable('questions')
    .set({ edits_json: Object.keys(edits).length > 0 ? json : null })
    .where('id', '=', questionId)
    .execute();
  await tx.insertInto('question_edits').values({ question_id: questionId, edits_json: json, at }).execute();
  await raiseRevision(tx);
}

async function editHistory(db: Kysely<Schema>, questionId: string): Promise<EditStep[]> {
  const rows = await db
    .selectFrom('question_edits')
    .select(['edits_json', 'at'])
    .where('question_id', '=', questionId)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({ edits: JSON.parse(row.edits_json) as QuestionEdits, at: row.at }));
}
