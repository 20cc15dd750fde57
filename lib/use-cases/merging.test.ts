import { describe, expect, it, vi } from 'vitest';
import type { Question } from '../domain/question-bank';
import { Bm25Index, EMPTY_GLOSSARY, queryTerms } from '../domain/retrieval';
import type { BankSearch, BankStore } from '../ports';
import { aChoiceQuestion, aDocumentChange, fixedClock, lineReader } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import {
  createMergeProposals,
  importDocuments,
  keepQuestionsApart,
  type MergeProposalPorts,
  mergeExactDuplicates,
  mergeQuestions,
  removeDocument,
  setDocumentEnabled,
  splitQuestion,
} from '.';

/** Look-up by words over the bank as it is. */
function lookUp(bank: BankStore): Pick<BankSearch, 'questions'> {
  return {
    questions: async (text, limit) => {
      const questions = await bank.listQuestions();
      const index = new Bm25Index();
      for (const { id, stem, answer } of questions) index.add(id, `${stem}\n${answer}`);
      return index.search(queryTerms(text, EMPTY_GLOSSARY, 0), limit).flatMap(({ id, score }) => {
        const question = questions.find((one) => one.id === id);
        return question ? [{ question, score }] : [];
      });
    },
  };
}

function world() {
  const storage = freshStorage();
  const logger = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const search = lookUp(storage.bank);
  return {
    ...storage,
    logger,
    search,
    reader: lineReader(),
    clock: fixedClock(),
    index: { refresh: vi.fn(async () => {}) },
  };
}

async function save(
  ports: { bank: BankStore },
  id: string,
  ...questions: Partial<Question>[]
): Promise<void> {
  await ports.bank.saveDocument(aDocumentChange({ id, name: `${id}.md` }, questions));
}
/** All that a bank gives rise to, gone through from the beginning. */
async function proposed(ports: MergeProposalPorts) {
  const live = createMergeProposals(ports, { glossary: EMPTY_GLOSSARY });
  await live.settled();
  return (await live.view()).proposals;
}
const shown = async ({ bank }: { bank: BankStore }) => (await bank.listQuestions()).map(({ id }) => id);
const CLIP = { stem: '梯度裁剪解决什么问题？', answer: '限制梯度的范数。' };

describe('exact duplicates', () => {
  it('become one question with both sources, once', async () => {
    const ports = world();
    await save(ports, 'd_1', { id: 'q_1', ...CLIP });
    await save(ports, 'd_2', { id: 'q_2', ...CLIP, answer: '' }, { id: 'q_3', stem: '预热有什么用？' });
    expect((await mergeExactDuplicates(ports)).map(({ question, into }) => [question.id, into.id])).toEqual([
      ['q_2', 'q_1'],
    ]);
    expect(await shown(ports)).toEqual(['q_1', 'q_3']);
    const revision = await ports.bank.revision();
    expect(await mergeExactDuplicates(ports)).toEqual([]);
    expect(await ports.bank.revision()).toBe(revision);
  });

  it('are noted by an import', async () => {
    const ports = world();
    const file = (name: string, ...lines: string[]) => ({
      name,
      bytes: new TextEncoder().encode(lines.join('\n')),
    });
    const [first] = await importDocuments(ports, [file('a.md', '梯度裁剪解决什么问题？ => 限制范数。')]);
    const [second] = await importDocuments(ports, [
      file('b.md', '预热有什么用处？ => 开始时稳一些。', '梯度裁剪解决什么问题？ => 限制范数。'),
    ]);
    expect(first?.issues).toEqual([]);
    expect(second?.issues).toMatchObject([{ code: 'merged-duplicate', severity: 'info', line: 2 }]);
    expect(second?.issues[0]?.message).toContain('a.md');
    expect(await ports.bank.countQuestions()).toBe(2);
  });

  it('stand by themselves again while the one that stayed cannot be asked', async () => {
    const ports = world();
    await save(ports, 'd_1', { id: 'q_1', ...CLIP });
    await save(ports, 'd_2', { id: 'q_2', ...CLIP });
    await mergeExactDuplicates(ports);
    await setDocumentEnabled(ports, 'd_1', false);
    expect(await shown(ports)).toEqual(['q_2']);
    await setDocumentEnabled(ports, 'd_1', true);
    expect(await shown(ports)).toEqual(['q_1']);
    await removeDocument(ports, 'd_1');
    expect(await shown(ports)).toEqual(['q_2']);
  });

  it('are left alone once a person split them', async () => {
    const ports = world();
    await save(ports, 'd_1', { id: 'q_1', ...CLIP });
    await save(ports, 'd_2', { id: 'q_2', ...CLIP });
    await mergeExactDuplicates(ports);
    await splitQuestion(ports, 'q_2');
    expect(await mergeExactDuplicates(ports)).toEqual([]);
    expect(await shown(ports)).toEqual(['q_1', 'q_2']);
    expect(await proposed(ports)).toEqual([]);
  });
});

describe('proposals', () => {
  async function twoBanks() {
    const ports = world();
    await save(
      ports,
      'd_1',
      { id: 'q_1', stem: '为什么要做梯度裁剪？', answer: '限制梯度的范数。' },
      { id: 'q_2', stem: '预热有什么用处？', answer: '开始时稳一些。' },
    );
    await save(
      ports,
      'd_2',
      { id: 'q_3', stem: '为何需要梯度裁剪', answer: '避免一步走得太远。' },
      { id: 'q_4', stem: '为什么不能做梯度裁剪？', answer: '会改变方向。' },
    );
    return ports;
  }

  it('name what asks the same, and nothing once it was merged or kept apart', async () => {
    const ports = await twoBanks();
    expect(await proposed(ports)).toMatchObject([
      { root: { id: 'q_1' }, others: [{ question: { id: 'q_3' } }] },
    ]);
    await keepQuestionsApart(ports, 'q_3', ['q_1']);
    expect(await proposed(ports)).toEqual([]);
    await mergeQuestions(ports, ['q_3'], 'q_1');
    expect(await proposed(ports)).toEqual([]);
    const merged = await ports.bank.findQuestion('q_1');
    expect(merged?.otherReferences).toMatchObject([{ questionId: 'q_3', answer: '避免一步走得太远。' }]);
    expect(ports.index.refresh).toHaveBeenCalled();
  });

  it('are refused between a choice and an open question', async () => {
    const ports = world();
    await save(ports, 'd_1', { id: 'q_1', ...CLIP }, { ...aChoiceQuestion(), id: 'q_2' });
    for (const [id, into] of [
      ['q_1', 'q_2'],
      ['q_2', 'q_1'],
    ] as const)
      await expect(mergeQuestions(ports, [id], into)).rejects.toMatchObject({ code: 'merge-of-kinds' });
    await expect(mergeQuestions(ports, ['q_none'], 'q_1')).rejects.toMatchObject({
      code: 'question-not-found',
    });
    expect(await shown(ports)).toEqual(['q_1', 'q_2']);
  });

  it('are found behind the scenes, and only for what is new', async () => {
    const ports = await twoBanks();
    const questions = vi.fn(ports.search.questions);
    const live = createMergeProposals({ ...ports, search: { questions } }, { glossary: EMPTY_GLOSSARY });
    expect(await live.view()).toMatchObject({ state: 'working', total: 4, proposals: [] });
    await live.settled();
    expect(await live.view()).toMatchObject({
      state: 'ready',
      done: 4,
      proposals: [{ root: { id: 'q_1' } }],
    });
    expect(questions).toHaveBeenCalledTimes(4);

    await save(ports, 'd_3', { id: 'q_5', stem: '预热的用处有哪些？', answer: '别的。' });
    await live.settled();
    const { proposals, total } = await live.view();
    expect(total).toBe(1);
    expect(
      proposals.map(({ root, others }) => [root.id, ...others.map(({ question }) => question.id)]),
    ).toEqual([['q_1', 'q_3']]);
    await keepQuestionsApart(ports, 'q_1', ['q_3']);
    expect((await live.view()).proposals).toEqual([]);
    await live.close();
  });

  it('survive a look-up that fails', async () => {
    const ports = await twoBanks();
    const questions = vi.fn(ports.search.questions).mockRejectedValueOnce(new Error('no look-up'));
    const live = createMergeProposals({ ...ports, search: { questions } }, { glossary: EMPTY_GLOSSARY });
    await live.settled();
    expect(ports.logger.warn).toHaveBeenCalledOnce();
    await live.settled();
    expect(await live.view()).toMatchObject({ state: 'ready', proposals: [{ root: { id: 'q_1' } }] });
    await live.close();
  });
});
