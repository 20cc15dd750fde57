import { describe, expect, it } from 'vitest';
import { AppError } from '../../domain/errors';
import { aChoiceQuestion, aDocumentChange, TEST_TIME } from '../../testing';
import type { Storage } from './open-storage';

/** What every store of edits must do, seen through the bank. `open` gives a fresh, empty storage. */
export function editStoreContract(open: () => Pick<Storage, 'bank' | 'edits'>): void {
  describe('edits', () => {
    async function withQuestions() {
      const storage = open();
      const change = aDocumentChange({}, [{ id: 'q_a' }, { ...aChoiceQuestion(), id: 'q_b' }]);
      await storage.bank.saveDocument(change);
      return { ...storage, change };
    }

    it('lays what a person changed over the question, and keeps the document’s own words beside it', async () => {
      const { bank, edits, change } = await withQuestions();
      const revision = await bank.revision();
      await edits.changeEdits('q_a', TEST_TIME, () => ({ stem: '改过的题', difficulty: 4 }));
      expect(await bank.findQuestion('q_a')).toMatchObject({
        stem: '改过的题',
        difficulty: 4,
        original: { stem: change.questions[0]?.stem, difficulty: null },
      });
      expect((await bank.questionsOfDocument('d_1'))[0]).toMatchObject({
        stem: change.questions[0]?.stem,
        edits: { stem: '改过的题', difficulty: 4 },
      });
      expect(await bank.revision()).toBeGreaterThan(revision);
    });

    it('finds a question by the kind and the topics it has now', async () => {
      const { bank, edits } = await withQuestions();
      await edits.changeEdits('q_a', TEST_TIME, () => ({ topics: ['改名的主题'], kind: 'choice' }));
      const byTopic = await bank.listQuestions({ topics: ['改名的主题'] });
      expect(byTopic.map(({ id }) => id)).toEqual(['q_a']);
      expect(await bank.listQuestions({ kinds: ['open'] })).toEqual([]);
      expect((await bank.listDocuments())[0]?.choiceCount).toBe(2);
    });

    it('keeps every step, and none of them once the document’s own text is taken again', async () => {
      const { bank, edits, change } = await withQuestions();
      const steps = [
        { edits: { answer: '一' }, at: TEST_TIME },
        { edits: { answer: '二', context: null }, at: TEST_TIME },
        { edits: {}, at: TEST_TIME },
      ];
      for (const step of steps) await edits.changeEdits('q_a', step.at, () => step.edits);
      expect(await edits.editHistory('q_a')).toEqual(steps);
      expect(await edits.editHistory('q_b')).toEqual([]);
      expect(await bank.findQuestion('q_a')).toEqual(change.questions[0]);
    });

    it('leaves an edit alone when the document is written again', async () => {
      const { bank, edits, change } = await withQuestions();
      await edits.changeEdits('q_a', TEST_TIME, () => ({ stem: '改过的题' }));
      const [first, second] = change.questions;
      if (!first || !second) throw new Error('two questions were built');
      await bank.saveDocument({ ...change, questions: [{ ...first, stem: '新版', answer: '新答' }, second] });
      expect(await bank.findQuestion('q_a')).toMatchObject({
        stem: '改过的题',
        answer: '新答',
        original: { stem: '新版' },
      });
    });

    it('lets the second of two who change a question at once decide on what the first left', async () => {
      const { bank, edits } = await withQuestions();
      const seen: unknown[] = [];
      const add = (topic: string) =>
        edits.changeEdits('q_a', TEST_TIME, (question, history) => {
          seen.push([question.topics, history.length]);
          return { topics: [...question.topics, topic] };
        });
      const before = (await bank.findQuestion('q_a'))?.topics ?? [];
      expect(await Promise.all([add('甲'), add('乙')])).toEqual([true, true]);
      expect(seen).toEqual([
        [before, 0],
        [[...before, '甲'], 1],
      ]);
      expect(await bank.findQuestion('q_a')).toMatchObject({ topics: [...before, '甲', '乙'] });
    });

    it('changes nothing when the decision is to leave it, or to refuse', async () => {
      const { bank, edits, change } = await withQuestions();
      const revision = await bank.revision();
      expect(await edits.changeEdits('q_a', TEST_TIME, () => null)).toBe(false);
      const refused = edits.changeEdits('q_a', TEST_TIME, () => {
        throw new AppError('conflict', 'refused', 'no');
      });
      await expect(refused).rejects.toMatchObject({ code: 'refused' });
      expect(await bank.findQuestion('q_a')).toEqual(change.questions[0]);
      expect(await edits.editHistory('q_a')).toEqual([]);
      expect(await bank.revision()).toBe(revision);
    });

    it('knows no edits of a question that is not there', async () => {
      const { edits } = await withQuestions();
      await expect(edits.changeEdits('q_z', TEST_TIME, () => ({}))).rejects.toMatchObject({
        code: 'question-not-found',
      });
      expect(await edits.editHistory('q_z')).toEqual([]);
    });
  });
}
