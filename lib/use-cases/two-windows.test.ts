import { afterAll, describe, expect, it } from 'vitest';
import { openDocumentReader } from '../adapters/documents';
import type { PreviewDocument, ReadingCorrection } from '../domain/question-bank';
import { aDocumentChange, countingIds, fixedClock } from '../testing';
import { freshStorage } from '../testing/fresh-storage';
import {
  confirmImport,
  correctImport,
  doubtReference,
  editQuestion,
  getImport,
  getQuestion,
  mergeQuestions,
  previewImport,
  remapImport,
  restoreOriginal,
  undoEdit,
} from '.';

/** One for all tests: its thread takes a while to start. */
const reader = openDocumentReader();
afterAll(() => reader.close());

function world() {
  const { bank, previews, merges, edits, doubts } = freshStorage();
  const index = { refresh: async () => {} };
  const logger = { info: () => {}, warn: () => {}, error: () => {} };
  return {
    ...{ bank, previews, merges, edits, doubts, reader, index, logger },
    ...{ clock: fixedClock(), ids: countingIds() },
  };
}

const NAME = '茶.md';
const TEXT = '# 茶\n\n## 什么是杀青？\n\n用高温止住发酵。\n\n## 什么是萎凋？\n\n让鲜叶失去一部分水。\n';
const file = (text = TEXT, name = NAME) => ({ name, bytes: new TextEncoder().encode(text) });
const drop: ReadingCorrection = { type: 'drop', at: { line: 3, text: '## 什么是杀青？' } };
const dropOther: ReadingCorrection = { type: 'drop', at: { line: 7, text: '## 什么是萎凋？' } };
const STALE = { kind: 'conflict', code: 'import-changed-meanwhile', details: { document: NAME } };

/** An import that two windows show, both as it was read. */
async function shownTwice(ports: ReturnType<typeof world>) {
  const { id, documents } = await previewImport(ports, [file()]);
  const [{ basis = '' } = {} as PreviewDocument] = documents;
  const correct = (corrections: ReadingCorrection[], seen?: string) =>
    correctImport(ports, id, { document: NAME, corrections, ...(seen && { basis: seen }) });
  const confirm = (seen: string) => confirmImport(ports, id, { seen: [{ document: NAME, basis: seen }] });
  return { id, basis, correct, confirm };
}

describe('an import shown in two windows', () => {
  it('is not confirmed, nor corrected, by the one that did not see what the other did', async () => {
    const ports = world();
    const { id, basis, correct, confirm } = await shownTwice(ports);
    const corrected = await correct([drop], basis);
    await expect(confirm(basis)).rejects.toMatchObject(STALE);
    await expect(correct([], basis)).rejects.toMatchObject(STALE);
    expect(await ports.bank.countQuestions()).toBe(0);
    const now = await getImport(ports, id);
    expect(now.documents).toMatchObject([{ basis: corrected.basis, corrections: [drop] }]);
    expect((await confirm(corrected.basis ?? '')).documents).toMatchObject([{ added: 1 }]);
  });

  it('keeps the first of two corrections that were sent at once', async () => {
    const ports = world();
    const { id, basis, correct } = await shownTwice(ports);
    const both = await Promise.allSettled([correct([drop], basis), correct([dropOther], basis)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { documents } = await getImport(ports, id);
    expect(documents[0]?.corrections).toEqual(both[0]?.status === 'fulfilled' ? [drop] : [dropOther]);
  });

  it('is not confirmed over another version of the document that came into the bank since', async () => {
    const ports = world();
    const { basis, confirm } = await shownTwice(ports);
    const newer = await previewImport(ports, [file(`${TEXT}\n## 什么是渥堆？\n\n堆起来发酵。\n`)]);
    await confirmImport(ports, newer.id);
    await expect(confirm(basis)).rejects.toMatchObject(STALE);
    expect(await ports.bank.countQuestions()).toBe(3);
  });

  it('is corrected in one document without a word about another', async () => {
    const ports = world();
    const { id, documents } = await previewImport(ports, [
      file(),
      file('## 什么是壶？\n\n盛茶的器具。\n', '壶.md'),
    ]);
    const [tea, pot] = documents.map(({ basis = '' }) => basis);
    await correctImport(ports, id, { document: NAME, corrections: [drop], basis: tea });
    await expect(
      correctImport(ports, id, { document: '壶.md', corrections: [], basis: pot }),
    ).resolves.toMatchObject({ name: '壶.md' });
  });

  it('has its columns chosen by the window that saw the last choice', async () => {
    const ports = world();
    const { id, documents } = await previewImport(ports, [file('甲,乙\n壶,盛茶的器具\n', '茶.csv')]);
    const basis = documents[0]?.basis;
    const choose = (roles: ('question' | 'answer')[]) =>
      remapImport(ports, id, { document: '茶.csv', mapping: { roles }, ...(basis && { basis }) });
    await choose(['question', 'answer']);
    await expect(choose(['answer', 'question'])).rejects.toMatchObject({ code: STALE.code });
  });

  it('does as it is told by a program that names nothing', async () => {
    const ports = world();
    const { id, correct } = await shownTwice(ports);
    await correct([drop]);
    await correct([]);
    expect((await confirmImport(ports, id)).documents).toMatchObject([{ added: 2 }]);
  });
});

describe('a question shown in two windows', () => {
  /** What the second window shows: the question as it was before the first one edited it. */
  async function editedElsewhere() {
    const ports = world();
    const shown = [
      { id: 'q_a', stem: '什么是杀青？', answer: '止住发酵。' },
      { id: 'q_b', stem: '杀青是什么？', answer: '止住发酵。' },
    ];
    await ports.bank.saveDocument(aDocumentChange({}, shown));
    await editQuestion(ports, { questionId: 'q_a', content: { answer: '一' } });
    const { basis } = await getQuestion(ports, 'q_a');
    await editQuestion(ports, { questionId: 'q_a', content: { answer: '用高温止住发酵。' } });
    return { ports, basis };
  }
  type World = Awaited<ReturnType<typeof editedElsewhere>>;

  it.each<[string, (world: World) => Promise<unknown>]>([
    [
      'edited',
      ({ ports, basis }) => editQuestion(ports, { questionId: 'q_a', content: { answer: '二' }, basis }),
    ],
    ['undone', ({ ports, basis }) => undoEdit(ports, 'q_a', basis)],
    ['restored', ({ ports, basis }) => restoreOriginal(ports, 'q_a', basis)],
    ['marked wrong', ({ ports, basis }) => doubtReference(ports, 'q_a', '不对', basis)],
    ['merged', ({ ports, basis }) => mergeQuestions(ports, ['q_b'], 'q_a', [{ id: 'q_a', basis }])],
  ])('is not %s by the one that did not see the edit', async (_, act) => {
    const world = await editedElsewhere();
    const refusal = { kind: 'conflict', code: 'question-edited-meanwhile' };
    await expect(act(world)).rejects.toMatchObject(refusal);
    const { bank, doubts } = world.ports;
    expect(await bank.findQuestion('q_a')).toMatchObject({ answer: '用高温止住发酵。' });
    expect(await bank.countQuestions()).toBe(2);
    expect(await doubts.listDoubts()).toEqual([]);
    const { basis } = await getQuestion(world.ports, 'q_a');
    await act({ ...world, basis });
  });
});
