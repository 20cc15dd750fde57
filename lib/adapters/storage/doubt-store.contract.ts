import { describe, expect, it } from 'vitest';
import { type ReferenceDoubt, referenceBasis } from '../../domain/question-bank';
import { aDocumentChange, aQuestion, TEST_TIME } from '../../testing';
import type { Storage } from './open-storage';

const LATER = '2026-01-02T08:00:00.000Z';

function aDoubt(overrides: Partial<ReferenceDoubt> = {}): ReferenceDoubt {
  return {
    id: 'x_1',
    questionId: 'q_a',
    basisHash: referenceBasis(aQuestion()),
    source: 'offline',
    code: 'off-topic',
    reason: '答案与题目无关。',
    quote: '',
    state: 'open',
    at: TEST_TIME,
    ...overrides,
  };
}

/** What every store of doubts must do, seen through the bank. `open` gives a fresh, empty storage. */
export function doubtStoreContract(open: () => Pick<Storage, 'bank' | 'doubts' | 'edits'>): void {
  describe('doubts', () => {
    async function withQuestions() {
      const storage = open();
      await storage.bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }, { id: 'q_b', stem: '二' }]));
      return storage;
    }

    it('stands beside its question until stem or answer change', async () => {
      const { bank, doubts, edits } = await withQuestions();
      const doubt = aDoubt({ source: 'model', model: 'm', quote: '原话' });
      await doubts.saveDoubts([doubt]);
      expect((await bank.findQuestion('q_a'))?.referenceDoubts).toEqual([doubt]);
      expect((await bank.listQuestions()).map((question) => question.referenceDoubts?.length)).toEqual([
        1,
        undefined,
      ]);
      await edits.changeEdits('q_a', TEST_TIME, () => ({ answer: '写得更好的答案' }));
      expect(await bank.findQuestion('q_a')).not.toHaveProperty('referenceDoubts');
      expect(await doubts.listDoubts('q_a')).toHaveLength(1);
    });

    it('remembers which revision the last look went over, and forgets looks of another kind', async () => {
      const { bank, doubts } = await withQuestions();
      expect(await doubts.lookedAt('one')).toBeNull();
      await doubts.noteLook('one', 3);
      await doubts.noteLook('one', 5);
      expect(await doubts.lookedAt('one')).toBe(5);
      const revision = await bank.revision();
      await doubts.noteLook('two', revision);
      expect(await doubts.lookedAt('one')).toBeNull();
      expect(await doubts.lookedAt('two')).toBe(revision);
      expect(await bank.revision()).toBe(revision);
    });

    it('keeps what a person said of it when it is raised again', async () => {
      const { bank, doubts } = await withQuestions();
      await doubts.saveDoubts([aDoubt()]);
      expect(await doubts.setDoubtState('x_1', 'dismissed', LATER)).toMatchObject({ state: 'dismissed' });
      await doubts.saveDoubts([aDoubt({ reason: '像在回答另一题。' })]);
      expect(await bank.findQuestion('q_a')).not.toHaveProperty('referenceDoubts');
      await doubts.setDoubtState('x_1', 'confirmed', LATER);
      expect((await bank.findQuestion('q_a'))?.referenceDoubts).toMatchObject([
        { state: 'confirmed', reason: '像在回答另一题。' },
      ]);
      await expect(doubts.setDoubtState('x_9', 'open', LATER)).rejects.toMatchObject({
        code: 'doubt-not-found',
      });
    });

    it('takes back what the latest look no longer raised, and nothing that a person settled', async () => {
      const { doubts } = await withQuestions();
      await doubts.saveDoubts([
        aDoubt({ id: 'x_1' }),
        aDoubt({ id: 'x_2' }),
        aDoubt({ id: 'x_3' }),
        aDoubt({ id: 'x_4', source: 'model' }),
        aDoubt({ id: 'x_5', questionId: 'q_b' }),
      ]);
      await doubts.setDoubtState('x_3', 'confirmed', LATER);
      await doubts.clearOpenDoubts('offline', ['q_a'], ['x_2']);
      expect((await doubts.listDoubts()).map(({ id }) => id)).toEqual(['x_3', 'x_2', 'x_4', 'x_5']);
    });
  });
}
