import type { Kysely } from 'kysely';
import type { QuestionEdits } from '../../domain/question-bank';
import type { EditStore } from '../../ports';
import { inWriteTransaction } from './connection';
import { raiseRevision } from './document-queries';
import { noSuchQuestion } from './errors';
import type { Schema } from './schema';

export function createEditStore(db: Kysely<Schema>): EditStore {
  return {
    saveEdits: (questionId, { edits, at }) =>
      inWriteTransaction(db, async (tx) => {
        const json = JSON.stringify(edits);
        const result = await tx
          .updateTable('questions')
          .set({ edits_json: Object.keys(edits).length > 0 ? json : null })
          .where('id', '=', questionId)
          .executeTakeFirst();
        if (result.numUpdatedRows === 0n) throw noSuchQuestion(questionId);
        await tx
          .insertInto('question_edits')
          .values({ question_id: questionId, edits_json: json, at })
          .execute();
        await raiseRevision(tx);
      }),
    async editHistory(questionId) {
      const rows = await db
        .selectFrom('question_edits')
        .select(['edits_json', 'at'])
        .where('question_id', '=', questionId)
        .orderBy('sequence')
        .execute();
      return rows.map((row) => ({ edits: JSON.parse(row.edits_json) as QuestionEdits, at: row.at }));
    },
  };
}
