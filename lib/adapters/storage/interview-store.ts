import type { Kysely } from 'kysely';
import { AppError } from '../../domain/errors';
import type { InterviewEvent } from '../../domain/interview';
import type { InterviewStore, StoredEvent } from '../../ports';
import { inSlices, inWriteTransaction } from './connection';
import type { Schema } from './schema';

/** Events are opaque here: stored as JSON, in order, never changed. */
export function createInterviewStore(db: Kysely<Schema>): InterviewStore {
  return {
    create: (interviewId, events) => create(db, interviewId, events),
    load: (interviewId) => load(db, interviewId),
    append: (interviewId, expected, events) => append(db, interviewId, expected, events),
    async listIds(limit) {
      const rows = await db
        .selectFrom('interviews')
        .select('id')
        .orderBy('sequence', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
  };
}

async function create(db: Kysely<Schema>, id: string, events: readonly InterviewEvent[]): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    const inserted = await tx
      .insertInto('interviews')
      .values({ id })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows === 0n)
      throw new AppError('conflict', 'interview-exists', `There is already an interview ${id}.`, {
        details: { id },
      });
    await insertEvents(tx, id, 0, events);
  });
}

async function load(db: Kysely<Schema>, id: string): Promise<StoredEvent[] | null> {
  const known = await db.selectFrom('interviews').select('id').where('id', '=', id).executeTakeFirst();
  if (!known) return null;
  const rows = await db
    .selectFrom('interview_events')
    .select(['sequence', 'event_json'])
    .where('interview_id', '=', id)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({ sequence: row.sequence, event: JSON.parse(row.event_json) as InterviewEvent }));
}

async function append(
  db: Kysely<Schema>,
  id: string,
  expected: number,
  events: readonly InterviewEvent[],
): Promise<void> {
  await inWriteTransaction(db, async (tx) => {
    const known = await tx.selectFrom('interviews').select('id').where('id', '=', id).executeTakeFirst();
    if (!known)
      throw new AppError('not-found', 'interview-not-found', `There is no interview ${id}.`, {
        details: { id },
      });
    const last = await tx
      .selectFrom('interview_events')
      .select(({ fn }) => fn.max('sequence').as('sequence'))
      .where('interview_id', '=', id)
      .executeTakeFirst();
    const actual = last?.sequence ?? 0;
    if (actual !== expected)
      throw new AppError(
        'conflict',
        'interview-moved-on',
        'The interview moved on in the meantime: load it again.',
        {
          details: { id, expected, actual },
        },
      );
    await insertEvents(tx, id, expected, events);
  });
}

async function insertEvents(
  tx: Kysely<Schema>,
  id: string,
  after: number,
  events: readonly InterviewEvent[],
): Promise<void> {
  const rows = events.map((event, index) => ({
    interview_id: id,
    sequence: after + index + 1,
    event_json: JSON.stringify(event),
  }));
  for (const slice of inSlices(rows, 1000)) await tx.insertInto('interview_events').values(slice).execute();
}
