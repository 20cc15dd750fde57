import { describe, expect, it } from 'vitest';
import { aDocumentChange, TEST_TIME } from '../../testing';
import type { Storage } from './open-storage';

/** What every store of merges must do, seen through the bank. `open` gives a fresh, empty storage. */
export function mergeStoreContract(open: () => Pick<Storage, 'bank' | 'merges'>): void {
  describe('merges', () => {
    /** Two documents: q_a and q_b in one, q_c and q_d in the other. */
    async function withQuestions() {
      const { bank, merges } = open();
      await bank.saveDocument(
        aDocumentChange({ id: 'd_1', name: 'one.md' }, [{ id: 'q_a' }, { id: 'q_b', stem: '二' }]),
      );
      await bank.saveDocument(
        aDocumentChange({ id: 'd_2', name: 'two.md' }, [
          { id: 'q_c', stem: '三', answer: '丙' },
          { id: 'q_d', stem: '四' },
        ]),
      );
      const asked = async () => (await bank.listQuestions()).map(({ id }) => id);
      const referencesOf = async (id: string) =>
        (await bank.findQuestion(id))?.otherReferences?.map(({ questionId }) => questionId) ?? [];
      return { bank, merges, asked, referencesOf };
    }

    it('asks a merged question no longer, and lets its answer count where it went', async () => {
      const { bank, merges, asked } = await withQuestions();
      const revision = await bank.revision();
      await merges.merge(['q_c'], 'q_a');
      expect(await asked()).toEqual(['q_a', 'q_b', 'q_d']);
      expect(await bank.countQuestions()).toBe(3);
      expect((await bank.findQuestion('q_a'))?.otherReferences).toEqual([
        { questionId: 'q_c', documentName: 'two.md', lines: { start: 1, end: 3 }, stem: '三', answer: '丙' },
      ]);
      expect(await bank.findQuestion('q_c')).toMatchObject({ mergedInto: 'q_a' });
      expect(await bank.listQuestions({ includeInactive: true })).toHaveLength(4);
      expect(await bank.revision()).toBeGreaterThan(revision);
    });

    it('brings along what was merged before, from either side', async () => {
      const { merges, asked, referencesOf } = await withQuestions();
      await merges.merge(['q_d'], 'q_c');
      await merges.merge(['q_c'], 'q_b');
      expect(await referencesOf('q_b')).toEqual(['q_c', 'q_d']);
      await merges.merge(['q_a'], 'q_d');
      expect(await referencesOf('q_b')).toEqual(['q_a', 'q_c', 'q_d']);
      expect(await asked()).toEqual(['q_b']);
    });

    it('merges the same twice as once, and nothing into itself', async () => {
      const { merges, referencesOf } = await withQuestions();
      await merges.merge(['q_c', 'q_c'], 'q_a');
      await merges.merge(['q_c'], 'q_a');
      expect(await referencesOf('q_a')).toEqual(['q_c']);
      for (const [ids, into] of [
        [['q_a'], 'q_a'],
        [['q_a'], 'q_c'],
      ] as const)
        await expect(merges.merge(ids, into)).rejects.toMatchObject({ code: 'merge-with-itself' });
      await expect(merges.merge(['q_z'], 'q_a')).rejects.toMatchObject({ code: 'question-not-found' });
    });

    it('asks a merged question again while the other one cannot be asked', async () => {
      const { bank, merges, asked, referencesOf } = await withQuestions();
      await merges.merge(['q_a'], 'q_c');
      await bank.setDocumentEnabled('d_2', false);
      expect(await asked()).toEqual(['q_a', 'q_b']);
      await bank.setDocumentEnabled('d_2', true);
      expect(await asked()).toEqual(['q_b', 'q_c', 'q_d']);
      await bank.setDocumentEnabled('d_1', false);
      expect(await referencesOf('q_c')).toEqual([]);
    });

    it('lets a question take the place of one that is gone, and keeps them one when it returns', async () => {
      const { bank, merges, asked, referencesOf } = await withQuestions();
      await merges.merge(['q_a', 'q_b'], 'q_c');
      await bank.setDocumentEnabled('d_2', false);
      await merges.merge(['q_b'], 'q_a');
      expect(await asked()).toEqual(['q_a']);
      await bank.setDocumentEnabled('d_2', true);
      expect(await asked()).toEqual(['q_a', 'q_d']);
      expect(await referencesOf('q_a')).toEqual(['q_b', 'q_c']);
    });

    it('splits, and remembers that the two are kept apart until they are merged again', async () => {
      const { merges, asked } = await withQuestions();
      await merges.merge(['q_c'], 'q_a');
      await merges.split('q_c', TEST_TIME);
      await merges.split('q_c', TEST_TIME);
      expect(await asked()).toEqual(['q_a', 'q_b', 'q_c', 'q_d']);
      await merges.keepApart('q_d', 'q_b', TEST_TIME);
      await merges.keepApart('q_b', 'q_d', TEST_TIME);
      const apart = await merges.listKeptApart();
      expect(apart.map((pair) => pair.join()).sort()).toEqual(['q_a,q_c', 'q_b,q_d']);
      await merges.merge(['q_c'], 'q_a');
      expect(await merges.listKeptApart()).toEqual([['q_b', 'q_d']]);
    });
  });
}
