import { describe, expect, it } from 'vitest';
import { rubricBasis } from '../domain/grading';
import type { Question } from '../domain/question-bank';
import type { BankSearch, BankStore } from '../ports';
import { aChoiceQuestion, aDocumentChange, aRubric } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import { getBankOverview, getDocument, getQuestion, listQuestions } from '.';

async function world() {
  const storage = freshStorage();
  const { bank, edits, interviews } = storage;
  await bank.saveDocument(
    aDocumentChange({}, [
      { id: 'q_a', stem: '甲', answer: '关于 LoRA', topics: ['对齐', 'DPO'], difficulty: 3 },
      { ...aChoiceQuestion(), id: 'q_b', topics: ['评测'] },
      { id: 'q_gone', stem: '旧', retiredAt: '2026-01-01T00:00:00.000Z' },
    ]),
  );
  await bank.saveDocument(
    aDocumentChange({ id: 'd_2', name: 'two.md' }, [
      { id: 'q_c', stem: '丙', topics: ['DPO'], difficulty: 8 },
    ]),
  );
  await bank.saveDocument(
    aDocumentChange({ id: 'd_off', name: 'off.md', isEnabled: false }, [{ id: 'q_off', topics: ['别的'] }]),
  );
  return { bank, edits, interviews };
}

/** Look-up that finds these ids, in this order. */
async function finding(bank: BankStore, ...ids: string[]): Promise<BankSearch> {
  const questions = await bank.listQuestions({ includeInactive: true });
  const hits = ids.flatMap((id) => questions.find((question) => question.id === id) ?? []);
  return {
    questions: async (_, limit) =>
      hits.slice(0, limit).map((question, rank) => ({ question, score: 1 / (rank + 1) })),
    passages: async () => [],
    status: () => ({ embedderId: 'test', state: 'ready', entries: hits.length, index: 'exact' }),
  };
}

const ids = (questions: readonly Question[]) => questions.map(({ id }) => id);

describe('getBankOverview', () => {
  it('counts what can be asked, and lists every document', async () => {
    const overview = await getBankOverview(await world());
    expect(
      overview.documents.map(({ name, isEnabled, questions, choice }) => [
        name,
        isEnabled,
        questions,
        choice,
      ]),
    ).toEqual([
      ['bank.md', true, 2, 1],
      ['two.md', true, 1, 0],
      ['off.md', false, 1, 0],
    ]);
    expect(overview.topics).toEqual([
      { name: 'DPO', questions: 2 },
      { name: '对齐', questions: 1 },
      { name: '评测', questions: 1 },
    ]);
    expect(overview.kinds).toEqual([
      { kind: 'open', questions: 2 },
      { kind: 'choice', questions: 1 },
    ]);
    expect(overview.questions).toBe(3);
  });
});

describe('listQuestions', () => {
  it.each([
    [{}, ['q_a', 'q_b', 'q_c']],
    [{ document: 'd_2' }, ['q_c']],
    [{ document: 'two.md' }, ['q_c']],
    [{ document: 'unknown' }, []],
    [{ topic: 'DPO', kind: 'open' as const }, ['q_a', 'q_c']],
    [{ text: '   ' }, ['q_a', 'q_b', 'q_c']],
    [{ difficulty: 'hard' as const }, ['q_c']],
    [{ difficulty: 'none' as const, kind: 'choice' as const }, ['q_b']],
    [{ lastBand: 'none' as const }, ['q_a', 'q_b', 'q_c']],
    [{ lastBand: 0 }, []],
  ])('%j', async (query, expected) => {
    const ports = await world();
    const list = await listQuestions(
      { ...ports, search: await finding(ports.bank) },
      { ...query, limit: 10 },
    );
    expect(ids(list.questions)).toEqual(expected);
    expect(list.total).toBe(expected.length);
  });

  it('says how many there are beyond the limit', async () => {
    const ports = await world();
    const list = await listQuestions({ ...ports, search: await finding(ports.bank) }, { limit: 1 });
    expect([ids(list.questions), list.total]).toEqual([['q_a'], 3]);
  });

  it('puts hits first, then what holds the very words, and nothing that the filter excludes', async () => {
    const ports = await world();
    const search = await finding(ports.bank, 'q_off', 'q_c', 'q_b');
    const list = await listQuestions({ ...ports, search }, { text: 'lora', kind: 'open', limit: 10 });
    expect(ids(list.questions)).toEqual(['q_c', 'q_a']);
  });
});

describe('getQuestion', () => {
  it('gives a retired question too, and its key points once there are any', async () => {
    const ports = await world();
    expect(await getQuestion(ports, 'q_gone')).toMatchObject({ question: { stem: '旧' } });
    const { question, ...rest } = await getQuestion(ports, 'q_a');
    expect(rest).not.toHaveProperty('rubric');
    await ports.bank.saveRubric(aRubric({ questionId: 'q_a' }));
    expect(await getQuestion(ports, 'q_a'), 'points of another text').not.toHaveProperty('rubric');
    await ports.bank.saveRubric(
      aRubric({ id: 'r_now', questionId: 'q_a', basisHash: rubricBasis(question) }),
    );
    expect(await getQuestion(ports, 'q_a')).toMatchObject({ rubric: { id: 'r_now' } });
    await expect(getQuestion(ports, 'q_z')).rejects.toMatchObject({ code: 'question-not-found' });
  });
});

describe('getDocument', () => {
  it('gives the source text, or says that there is no such document', async () => {
    const { bank } = await world();
    expect(await getDocument({ bank }, 'd_2')).toMatchObject({
      name: 'two.md',
      text: expect.stringContaining('题库'),
    });
    await expect(getDocument({ bank }, 'd_z')).rejects.toMatchObject({ code: 'document-not-found' });
  });
});
