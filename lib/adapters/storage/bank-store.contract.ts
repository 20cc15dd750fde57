import { describe, expect, it } from 'vitest';
import type { BankStore } from '../../ports';
import { aChoiceQuestion, aDocumentChange, aPassage, aRubric, TEST_TIME } from '../../testing';

/** What every bank store must do. `open` gives a fresh, empty one. */
export function bankStoreContract(open: () => Promise<BankStore>): void {
  describe('bank: documents', () => {
    it('gives back what was saved, field for field', async () => {
      const bank = await open();
      const change = aDocumentChange(
        {
          text: '多行\r\n文本 😀',
          fileKind: 'docx',
          corrections: [{ type: 'drop', at: { line: 2, text: '目录' } }],
          columnMapping: { columns: ['甲', '乙'], roles: ['question', 'answer'], isFirstRowData: false },
        },
        [
          {
            id: 'q_a',
            difficulty: 3.5,
            context: '```python\nprint(sum([1, 2]))\n```\n\n| a | b |\n|---|---|',
            mistakes: ['混淆秩与维度'],
            tags: ['微调', 'peft'],
            modelWritten: ['answer'],
            keyPoints: [{ text: '低秩', weight: 2, core: true }],
          },
          { ...aChoiceQuestion(), id: 'q_b', topics: ['显存', '训练'] },
          { id: 'q_c', answer: '' },
        ],
        [{ id: 'p_1' }, { id: 'p_2', headings: [], text: 'x' }],
      );
      await bank.saveDocument(change);
      expect(await bank.findDocument('d_1')).toEqual(change.document);
      expect(await bank.findDocumentByName('bank.md')).toEqual(change.document);
      expect(await bank.questionsOfDocument('d_1')).toEqual(change.questions);
      expect(await bank.listPassages()).toEqual(change.passages);
      expect(await bank.findQuestion('q_b')).toEqual(change.questions[1]);
    });

    it('finds nothing where there is nothing', async () => {
      const bank = await open();
      expect(await bank.findDocument('d_1')).toBeNull();
      expect(await bank.findDocumentByName('bank.md')).toBeNull();
      expect(await bank.findQuestion('q')).toBeNull();
      expect(await bank.findRubric('q')).toBeNull();
      expect(await bank.listDocuments()).toEqual([]);
      expect(await bank.countQuestions()).toBe(0);
    });

    it('lists documents in the order they came in, with counts of what is active', async () => {
      const bank = await open();
      await bank.saveDocument(aDocumentChange({ id: 'd_2', name: 'z.md' }, []));
      await bank.saveDocument(
        aDocumentChange(
          {},
          [{ id: 'q_a' }, { ...aChoiceQuestion(), id: 'q_b' }, { id: 'q_c', retiredAt: TEST_TIME }],
          [{}],
        ),
      );
      const summaries = await bank.listDocuments();
      expect(summaries.map((summary) => summary.name)).toEqual(['z.md', 'bank.md']);
      expect(summaries[1]).toMatchObject({ questionCount: 2, choiceCount: 1, passageCount: 1 });
      expect(summaries[1]).not.toHaveProperty('text');
    });

    it('replaces passages and keeps questions that a new state leaves out, as retired', async () => {
      const bank = await open();
      await bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }, { id: 'q_b' }], [{ id: 'p_1' }]));
      await bank.saveDocument(
        aDocumentChange(
          { importedAt: '2026-02-02T00:00:00.000Z' },
          [{ id: 'q_b', stem: '新题干' }],
          [{ id: 'p_2' }],
        ),
      );
      expect((await bank.findQuestion('q_a'))?.retiredAt).toBe('2026-02-02T00:00:00.000Z');
      expect(await bank.findQuestion('q_b')).toMatchObject({ stem: '新题干', retiredAt: null });
      expect((await bank.listPassages()).map(({ id }) => id)).toEqual(['p_2']);
    });

    it('refuses a name or a question id that another document holds, and then writes nothing', async () => {
      const bank = await open();
      await bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }]));
      const revision = await bank.revision();
      await expect(bank.saveDocument(aDocumentChange({ id: 'd_2' }, []))).rejects.toMatchObject({
        kind: 'conflict',
        code: 'document-name-taken',
      });
      await expect(
        bank.saveDocument(aDocumentChange({ id: 'd_2', name: 'b.md' }, [{ id: 'q_new' }, { id: 'q_a' }])),
      ).rejects.toMatchObject({ code: 'question-id-taken' });
      expect(await bank.findDocument('d_2')).toBeNull();
      expect(await bank.findQuestion('q_new')).toBeNull();
      expect(await bank.revision()).toBe(revision);
    });

    it('half of a failed save is not there', async () => {
      const bank = await open();
      const twice = aPassage({ id: 'p_same' });
      await expect(bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }], [twice, twice]))).rejects.toThrow();
      expect(await bank.findDocument('d_1')).toBeNull();
      expect(await bank.findQuestion('q_a')).toBeNull();
      await bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }]));
      expect(await bank.countQuestions()).toBe(1);
    });
  });

  describe('bank: switching off and removing', () => {
    it('a document that is off takes no part; on again, it does', async () => {
      const bank = await open();
      await bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }], [{}]));
      await bank.setDocumentEnabled('d_1', false);
      expect(await bank.listQuestions()).toEqual([]);
      expect(await bank.listPassages()).toEqual([]);
      expect(await bank.countQuestions()).toBe(0);
      expect(await bank.listQuestions({ includeInactive: true })).toHaveLength(1);
      expect(await bank.findQuestion('q_a')).not.toBeNull();
      await bank.setDocumentEnabled('d_1', true);
      expect(await bank.countQuestions()).toBe(1);
    });

    it('removing retires the questions and keeps them; twice is the same as once', async () => {
      const bank = await open();
      const earlier = '2025-12-01T00:00:00.000Z';
      await bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }, { id: 'q_b', retiredAt: earlier }], [{}]));
      await bank.removeDocument('d_1', TEST_TIME);
      await bank.removeDocument('d_1', '2027-01-01T00:00:00.000Z');
      expect(await bank.listDocuments()).toEqual([]);
      expect(await bank.listDocuments({ includeRemoved: true })).toMatchObject([
        { removedAt: TEST_TIME, questionCount: 0 },
      ]);
      expect((await bank.questionsOfDocument('d_1')).map(({ retiredAt }) => retiredAt)).toEqual([
        TEST_TIME,
        earlier,
      ]);
      expect(await bank.listPassages()).toEqual([]);
    });

    it('says so when there is no such document', async () => {
      const bank = await open();
      const missing = { kind: 'not-found', code: 'document-not-found' };
      await expect(bank.setDocumentEnabled('d_9', true)).rejects.toMatchObject(missing);
      await expect(bank.removeDocument('d_9', TEST_TIME)).rejects.toMatchObject(missing);
    });
  });

  describe('bank: filters', () => {
    it('narrows by document, kind, topic anywhere in the path, and id; together they all hold', async () => {
      const bank = await open();
      await bank.saveDocument(
        aDocumentChange({}, [
          { id: 'q_a', topics: ['对齐', 'DPO'] },
          { ...aChoiceQuestion(), id: 'q_b', topics: ['评测'] },
        ]),
      );
      await bank.saveDocument(
        aDocumentChange({ id: 'd_2', name: 'two.md' }, [{ id: 'q_c', topics: ['DPO'] }]),
      );
      const ids = async (filter: Parameters<BankStore['listQuestions']>[0]) =>
        (await bank.listQuestions(filter)).map(({ id }) => id);
      expect(await ids({ topics: ['DPO'] })).toEqual(['q_a', 'q_c']);
      expect(await ids({ topics: ['DP'] })).toEqual([]);
      expect(await ids({ documentIds: ['d_1'] })).toEqual(['q_a', 'q_b']);
      expect(await ids({ kinds: ['choice'] })).toEqual(['q_b']);
      expect(await ids({ ids: ['q_c', 'q_b'] })).toEqual(['q_b', 'q_c']);
      expect(await ids({ documentIds: ['d_2'], topics: ['DPO'], kinds: ['open'] })).toEqual(['q_c']);
      expect(await ids({ ids: [] })).toEqual([]);
      expect(await ids({ topics: ["'); drop table questions; --"] })).toEqual([]);
    });

    it('takes tens of thousands of ids', async () => {
      const bank = await open();
      await bank.saveDocument(aDocumentChange({}, [{ id: 'q_39999' }]));
      const ids = Array.from({ length: 40_000 }, (_, index) => `q_${index}`);
      expect(await bank.listQuestions({ ids })).toHaveLength(1);
    });
  });

  describe('bank: revision', () => {
    it('grows with everything an index must follow, and with nothing else', async () => {
      const bank = await open();
      const seen = [await bank.revision()];
      const note = async () => seen.push(await bank.revision());
      await bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }]));
      await note();
      await bank.setDocumentEnabled('d_1', false);
      await note();
      await bank.removeDocument('d_1', TEST_TIME);
      await note();
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      const before = await bank.revision();
      await bank.saveRubric(aRubric({ questionId: 'q_a' }));
      await bank.listQuestions();
      expect(await bank.revision()).toBe(before);
    });
  });

  describe('bank: rubrics', () => {
    it('finds the newest of a question; a stored one never changes', async () => {
      const bank = await open();
      await bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }]));
      const first = aRubric({ id: 'r_z', questionId: 'q_a' });
      const second = aRubric({ id: 'r_a', questionId: 'q_a', source: 'llm' });
      await bank.saveRubric(first);
      await bank.saveRubric(second);
      expect(await bank.findRubric('q_a')).toEqual(second);
      await bank.saveRubric({ ...first, source: 'offline' });
      expect(await bank.findRubric('q_a')).toEqual(second);
    });

    it('finds the newest rubric of a basis again behind those of other ones', async () => {
      const bank = await open();
      await bank.saveDocument(aDocumentChange({}, [{ id: 'q_a' }]));
      const first = aRubric({ id: 'r_1', questionId: 'q_a', basisHash: 'one' });
      await bank.saveRubric(first);
      await bank.saveRubric(aRubric({ id: 'r_2', questionId: 'q_a', basisHash: 'two' }));
      expect(await bank.findRubric('q_a', 'one')).toEqual(first);
      expect(await bank.findRubric('q_a', 'three')).toBeNull();
    });

    it('refuses a rubric of a question that is not in the bank', async () => {
      const bank = await open();
      await expect(bank.saveRubric(aRubric({ questionId: 'q_9' }))).rejects.toMatchObject({
        code: 'question-not-found',
      });
    });
  });
}
