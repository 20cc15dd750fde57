import { afterEach, describe, expect, it } from 'vitest';
import { openChatModel } from '../adapters/llm';
import type { Rubric } from '../domain/grading';
import type { BankDocument, Question } from '../domain/question-bank';
import { behave, honestScript, type Script, type ScriptedOpenAi, startScriptedOpenAi } from '../testing';
import { ensureRubric } from './extract-key-points';

const question: Question = {
  id: 'q_1',
  kind: 'open',
  stem: 'LoRA 的原理是什么？',
  answer: '冻结预训练的原始权重。只训练旁路的两个低秩矩阵。推理前可以合并回原权重。',
  topics: [],
  lines: { start: 1, end: 2 },
  documentId: 'd_1',
  documentName: 'a.md',
  position: 0,
  retiredAt: null,
};

const document: BankDocument = {
  id: 'd_1',
  name: 'a.md',
  contentHash: '',
  encoding: 'utf-8',
  format: 'markdown',
  text: '',
  isEnabled: true,
  importedAt: '1970-01-01T00:00:00.000Z',
  removedAt: null,
};

let server: ScriptedOpenAi | undefined;
afterEach(() => server?.close());

async function portsWith(script: Script | null, text = '') {
  const saved: Rubric[] = [];
  server = await startScriptedOpenAi(script ? { script } : {});
  return {
    server,
    saved,
    ports: {
      bank: {
        findRubric: async (id: string, basisHash?: string) =>
          saved.findLast(
            (rubric) => rubric.questionId === id && (!basisHash || rubric.basisHash === basisHash),
          ) ?? null,
        saveRubric: async (rubric: Rubric) => void saved.push(rubric),
        findDocument: async () => ({ ...document, text }),
      },
      chat: script ? openChatModel({ model: 'm', baseUrl: server.baseUrl, retries: 0 }) : null,
      clock: { now: () => 0 },
    },
  };
}

describe('ensureRubric', () => {
  it('takes the points of the document first', async () => {
    const { ports, server } = await portsWith(honestScript());
    const authored = { ...question, keyPoints: [{ text: '冻结', weight: 2, core: true }] };
    const rubric = await ensureRubric(ports, authored);
    expect(rubric).toMatchObject({
      source: 'authored',
      points: [{ id: 'p1', text: '冻结', weight: 2, core: true }],
    });
    expect(await ensureRubric(ports, authored)).toEqual(rubric);
    expect(server.requests).toHaveLength(0);
  });

  it('asks the model once, and keeps what it said', async () => {
    const { ports, saved, server } = await portsWith(honestScript());
    const rubric = await ensureRubric(ports, question);
    expect(rubric).toMatchObject({ source: 'llm', model: 'm', promptId: 'grading/key-points@2' });
    expect(rubric.points).toHaveLength(3);
    expect(await ensureRubric(ports, question)).toEqual(rubric);
    expect(await ensureRubric({ ...ports, chat: null }, question)).toEqual(rubric);
    expect(server.requests).toHaveLength(1);
    expect(saved).toHaveLength(1);
  });

  it('asks again once stem or reference have changed', async () => {
    const { ports, server } = await portsWith(honestScript());
    const first = await ensureRubric(ports, question);
    const second = await ensureRubric(ports, { ...question, answer: `${question.answer}多任务可以切换。` });
    expect(second.basisHash).not.toBe(first.basisHash);
    expect(server.requests).toHaveLength(2);
    // An undone edit finds the points it had before.
    expect(await ensureRubric(ports, question)).toEqual(first);
    expect(server.requests).toHaveLength(2);
  });

  it.each([
    ['fails', behave.fail(400)],
    [
      'invents',
      behave.json({ points: [{ text: '编的', evidence: '强化学习', asked: true, importance: 'high' }] }),
    ],
    ['refuses', behave.refuse()],
  ])('derives points when the model %s, and asks again the next time', async (_, behaviour) => {
    const { ports, saved, server } = await portsWith(() => behaviour);
    const derived = await ensureRubric(ports, question);
    expect(derived.source).toBe('offline');
    expect(derived.points.length).toBeGreaterThan(1);
    expect(await ensureRubric(ports, question)).toEqual(derived);
    expect(saved).toHaveLength(1);
    server.setScript(honestScript());
    expect(await ensureRubric(ports, question)).toMatchObject({ source: 'llm' });
  });

  it('takes from the document what abbreviations stand for, and notes what decides a point', async () => {
    const { ports } = await portsWith(null, '# 笔记\n旁路适配层（PZL）是内部叫法，PZL 很小。');
    const numbered = { ...question, stem: 'PZL 存成几位？', answer: 'PZL 的权重以 4 bit 存储。' };
    const { points } = await ensureRubric(ports, numbered);
    expect(points[0]).toMatchObject({
      synonyms: ['旁路适配层 = PZL'],
      polarity: 'affirm',
      check: { by: 'number', value: 4, unit: 'bit' },
    });
  });

  it('derives points without a model', async () => {
    const { ports } = await portsWith(null);
    expect(await ensureRubric(ports, question)).toMatchObject({
      source: 'offline',
      createdAt: '1970-01-01T00:00:00.000Z',
    });
  });

  it('has no points where there is no reference', async () => {
    const { ports, server } = await portsWith(honestScript());
    expect(await ensureRubric(ports, { ...question, answer: '' })).toMatchObject({
      source: 'offline',
      points: [],
    });
    expect(server.requests).toHaveLength(0);
  });

  it('stops when the person leaves', async () => {
    const { ports } = await portsWith([behave.hang()]);
    expect(await ensureRubric(ports, question, { signal: AbortSignal.timeout(20) })).toMatchObject({
      source: 'offline',
    });
  });
});
