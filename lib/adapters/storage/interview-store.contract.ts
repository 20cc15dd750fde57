import { describe, expect, it } from 'vitest';
import type { InterviewEvent } from '../../domain/interview';
import type { InterviewStore } from '../../ports';

/** The store knows nothing of events, so any JSON stands for one. */
export function anEvent(note: string): InterviewEvent {
  return { type: 'noted', note, at: '2026-01-01T08:00:00.000Z' } as unknown as InterviewEvent;
}

/** What every interview store must do. `open` gives a fresh, empty one. */
export function interviewStoreContract(open: () => Promise<InterviewStore>): void {
  describe('interviews', () => {
    it('gives back every event in order, numbered from 1 without gaps', async () => {
      const store = await open();
      await store.create('i_1', [anEvent('a'), anEvent('b')]);
      await store.append('i_1', 2, [anEvent('换行\n与 😀'), anEvent('d')]);
      await store.append('i_1', 4, []);
      const events = await store.load('i_1');
      expect(events?.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
      expect(events?.[2]?.event).toEqual(anEvent('换行\n与 😀'));
    });

    it('knows an interview without events from one that is not there', async () => {
      const store = await open();
      await store.create('i_1', []);
      expect(await store.load('i_1')).toEqual([]);
      expect(await store.load('i_2')).toBeNull();
      await expect(store.append('i_2', 0, [anEvent('a')])).rejects.toMatchObject({
        code: 'interview-not-found',
      });
    });

    it('keeps interviews apart', async () => {
      const store = await open();
      await store.create('i_1', [anEvent('one')]);
      await store.create('i_2', [anEvent('two')]);
      expect(await store.load('i_1')).toEqual([{ sequence: 1, event: anEvent('one') }]);
    });

    it('creates an id once', async () => {
      const store = await open();
      await store.create('i_1', [anEvent('a')]);
      await expect(store.create('i_1', [anEvent('b')])).rejects.toMatchObject({ code: 'interview-exists' });
      expect(await store.load('i_1')).toHaveLength(1);
    });

    it.each([0, 2, -1])(
      'refuses an append that expects sequence %i where 1 is the last',
      async (expected) => {
        const store = await open();
        await store.create('i_1', [anEvent('a')]);
        await expect(store.append('i_1', expected, [anEvent('b')])).rejects.toMatchObject({
          kind: 'conflict',
          code: 'interview-moved-on',
          details: { actual: 1 },
        });
        expect(await store.load('i_1')).toHaveLength(1);
      },
    );

    it('lets exactly one of many appends at the same place through', async () => {
      const store = await open();
      await store.create('i_1', [anEvent('a')]);
      const tries = Array.from({ length: 20 }, (_, index) =>
        store.append('i_1', 1, [anEvent(`tab ${index}`)]),
      );
      const results = await Promise.allSettled(tries);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      expect(await store.load('i_1')).toHaveLength(2);
    });

    it('lists the newest first, as many as asked for', async () => {
      const store = await open();
      for (const id of ['i_b', 'i_a', 'i_c']) await store.create(id, []);
      expect(await store.listIds(2)).toEqual(['i_c', 'i_a']);
      expect(await store.listIds(10)).toEqual(['i_c', 'i_a', 'i_b']);
    });
  });
}
