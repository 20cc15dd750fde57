import { type Kysely, sql } from 'kysely';
import { AppError } from '../../domain/errors';
import type { ReferenceDoubt } from '../../domain/question-bank';
import type { DoubtStore } from '../../ports';
import { inSlices, inWriteTransaction, listed } from './connection';
import type { DoubtRow, Schema } from './schema';

/** 10 columns a row: far below the engine's limit of bound values. */
const ROWS_PER_STATEMENT = 500;

/** Names the counters that tell which revision a look went over. */
const LOOK = 'offline-look:';

export function createDoubtStore(db: Kysely<Schema>): DoubtStore {
  return {
    saveDoubts: (doubts) => inWriteTransaction(db, (tx) => saveDoubts(tx, doubts)),
    clearOpenDoubts: (source, questionIds, except) => clearOpenDoubts(db, source, questionIds, except),
    setDoubtState: (id, state, at) => setDoubtState(db, id, state, at),
    async lookedAt(look) {
      const row = await db
        .selectFrom('counters')
        .select('value')
        .where('name', '=', LOOK + look)
        .executeTakeFirst();
      return row?.value ?? null;
    },
    noteLook: (look, revision) =>
      inWriteTransaction(db, async (tx) => {
        await tx.deleteFrom('counters').where('name', 'like', `${LOOK}%`).execute();
        await tx
          .insertInto('counters')
          .values({ name: LOOK + look, value: revision })
          .execute();
      }),
    async listDoubts(questionId) {
      const rows = await db
        .selectFrom('reference_doubts')
        .selectAll()
        .$if(questionId !== undefined, (query) => query.where('question_id', '=', questionId ?? ''))
        .orderBy('at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toDoubt);
    },
  };
}

async function saveDoubts(tx: Kysely<Schema>, doubts: readonly ReferenceDoubt[]): Promise<void> {
  for (const slice of inSlices(doubts, ROWS_PER_STATEMENT))
    await tx
      .insertInto('reference_doubts')
      .values(slice.map(toRow))
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet((row) => ({ reason: row.ref('excluded.reason') })),
      )
      .execute();
}

async function clearOpenDoubts(
  db: Kysely<Schema>,
  source: ReferenceDoubt['source'],
  questionIds: readonly string[],
  except: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('reference_doubts')
    .where('source', '=', source)
    .where('state', '=', 'open')
    .where(sql<boolean>`question_id in ${listed(questionIds)} and id not in ${listed(except)}`)
    .execute();
}

async function setDoubtState(
  db: Kysely<Schema>,
  id: string,
  state: ReferenceDoubt['state'],
  at: string,
): Promise<ReferenceDoubt> {
  const row = await db
    .updateTable('reference_doubts')
    .set({ state, at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
  if (row) return toDoubt(row);
  throw new AppError('not-found', 'doubt-not-found', 'There is no such doubt about a reference answer.', {
    details: { id },
  });
}

function toRow(doubt: ReferenceDoubt): DoubtRow {
  const { id, source, code, reason, quote, state, at } = doubt;
  return {
    ...{ id, source, code, reason, quote, state, at },
    question_id: doubt.questionId,
    basis_hash: doubt.basisHash,
    model: doubt.model ?? null,
  };
}

export function toDoubt(row: DoubtRow): ReferenceDoubt {
  const { id, code, reason, quote, at } = row;
  return {
    ...{ id, code, reason, quote, at },
    questionId: row.question_id,
    basisHash: row.basis_hash,
    source: row.source as ReferenceDoubt['source'],
    state: row.state as ReferenceDoubt['state'],
    ...(row.model !== null && { model: row.model }),
  };
}
