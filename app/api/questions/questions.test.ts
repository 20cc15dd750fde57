import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStorage, type Storage } from '../../../lib/adapters/storage';
import { aDocumentChange, fixedClock } from '../../../lib/testing';
import * as useCases from '../../../lib/use-cases';
import { GET, PATCH } from './[questionId]/route';
import { POST as undo } from './[questionId]/undo/route';
import { GET as list } from './route';

const served = vi.hoisted(() => ({ app: {} as unknown }));
vi.mock('@/app/_server', () => ({ getApp: async () => served.app }));

let storage: Storage;
beforeEach(async () => {
  storage = openStorage({ file: ':memory:' });
  await storage.bank.saveDocument(
    aDocumentChange({}, [{ id: 'q_a', stem: '什么是早停？', answer: '看验证集。', difficulty: 2 }]),
  );
  const parts = {
    ...storage,
    clock: fixedClock(),
    index: { refresh: async () => {} },
    search: { questions: async () => [] } as never,
    logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  };
  served.app = {
    bank: {
      question: (id: string) => useCases.getQuestion(parts, id),
      editQuestion: (input: useCases.EditQuestionInput) => useCases.editQuestion(parts, input),
      undoEdit: (id: string) => useCases.undoEdit(parts, id),
      restoreOriginal: (id: string) => useCases.restoreOriginal(parts, id),
      listQuestions: (query: useCases.QuestionQuery) => useCases.listQuestions(parts, query),
    },
  };
});
afterEach(() => storage.close());

const context = (questionId: string) => ({ params: Promise.resolve({ questionId }) });

function request(method: string, body?: unknown, query = ''): Request {
  return new Request(`http://127.0.0.1:3000/api/questions${query}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

const patch = (body: unknown, id = 'q_a') => PATCH(request('PATCH', body), context(id));

describe('editing over HTTP', () => {
  it('changes the fields given, one step at a time, and takes them back', async () => {
    const before = await (await GET(request('GET'), context('q_a'))).json();
    expect(before).toMatchObject({ basis: expect.any(String), history: [] });
    const change = { content: { stem: '早停是什么？', difficulty: null }, basis: before.basis };
    const changed = await (await patch(change)).json();
    expect(changed).toMatchObject({
      question: { stem: '早停是什么？', answer: '看验证集。', original: { difficulty: 2 } },
      history: [{ edits: { stem: '早停是什么？', difficulty: null } }],
    });
    expect((await patch(change)).status).toBe(409);
    const undone = await (await undo(request('POST', {}), context('q_a'))).json();
    expect(undone.question).toMatchObject({ stem: '什么是早停？', difficulty: 2 });
    expect((await undo(request('POST', {}), context('q_a'))).status).toBe(409);
    await patch({ content: { answer: '一' } });
    await patch({ content: { answer: '二' } });
    const restored = await (await undo(request('POST', { to: 'original' }), context('q_a'))).json();
    expect(restored.question.answer).toBe('看验证集。');
  });

  it.each([
    ['no content', {}],
    ['an unknown field', { content: { id: 'q_b' } }],
    ['a number as a text', { content: { stem: 1 } }],
    ['points without a weight', { content: { keyPoints: [{ text: '甲', core: true }] } }],
    ['no stem', { content: { stem: ' ' } }],
    ['a choice without options', { content: { kind: 'choice' } }],
  ])('refuses %s', async (_, body) => {
    const response = await patch(body);
    expect([response.status, (await response.json()).error.kind]).toEqual([400, 'invalid']);
    expect((await storage.edits.editHistory('q_a')).length).toBe(0);
  });

  it('says that there is no such question', async () => {
    expect((await patch({ content: {} }, 'q_z')).status).toBe(404);
    expect((await undo(request('POST', {}), context('q_z'))).status).toBe(404);
  });
});

describe('browsing over HTTP', () => {
  it.each([
    ['?difficulty=easy&lastBand=none', 1],
    ['?difficulty=hard', 0],
    ['?lastBand=3', 0],
  ])('%s', async (query, total) => {
    expect(await (await list(request('GET', undefined, query), {})).json()).toMatchObject({ total });
  });

  it.each(['?difficulty=trivial', '?lastBand=6', '?lastBand=good'])('refuses %s', async (query) => {
    expect((await list(request('GET', undefined, query), {})).status).toBe(400);
  });
});
