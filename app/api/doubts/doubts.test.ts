import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStorage, type Storage } from '../../../lib/adapters/storage';
import { parseGlossary } from '../../../lib/domain/retrieval';
import { aDocumentChange, fixedClock } from '../../../lib/testing';
import * as useCases from '../../../lib/use-cases';
import { POST } from '../questions/[questionId]/doubts/route';
import { PATCH } from './[doubtId]/route';
import { GET } from './route';

const served = vi.hoisted(() => ({ app: {} as unknown }));
vi.mock('@/app/_server', () => ({ getApp: async () => served.app }));

const ANSWER = 'SFT（Structured Fine-Tuning）用指令数据训练，常配合 LoRA。';
let storage: Storage;
beforeEach(async () => {
  storage = openStorage({ file: ':memory:' });
  await storage.bank.saveDocument(aDocumentChange({ id: 'd_1' }, [{ id: 'q_a', answer: ANSWER }]));
  const glossary = parseGlossary({
    groups: [
      ['SFT', 'supervised fine-tuning'],
      ['LoRA', 'low-rank adaptation'],
    ],
  });
  const parts = { ...storage, clock: fixedClock(), logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() } };
  const doubtWatch = useCases.watchDoubts(parts, glossary);
  await doubtWatch.look();
  served.app = {
    doubts: {
      raise: (id: string, reason: string) => useCases.doubtReference(parts, id, reason),
      list: (ids?: string[]) => useCases.listDoubts({ ...parts, doubtWatch }, ids),
      settle: (id: string, state: 'open' | 'dismissed' | 'confirmed') =>
        useCases.settleDoubt(parts, id, state),
    },
  };
});
afterEach(() => storage.close());

async function listed(query = ''): Promise<useCases.DoubtedQuestion[]> {
  const response = await GET(new Request(`http://127.0.0.1:3000/api/doubts${query}`), {});
  return ((await response.json()) as { questions: useCases.DoubtedQuestion[] }).questions;
}

function settle(id: string, body: unknown): Promise<Response> {
  const request = new Request('http://127.0.0.1:3000/api/doubts/x', {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return PATCH(request, { params: Promise.resolve({ doubtId: id }) });
}

it('lists doubted references, of some documents too, and takes what a person says', async () => {
  const [first] = await listed('?document=d_1');
  expect(first?.question).toMatchObject({ id: 'q_a', documentId: 'd_1' });
  expect(await listed('?document=d_2')).toEqual([]);
  const id = first?.doubts[0]?.id ?? '';
  const confirmed = await settle(id, { state: 'confirmed' });
  expect(await confirmed.json()).toMatchObject({ doubt: { id, state: 'confirmed' } });
  expect((await listed())[0]?.doubts).toMatchObject([{ state: 'confirmed' }]);
  expect((await settle(id, { state: 'dismissed' })).status).toBe(200);
  expect(await listed()).toEqual([]);
});

it('refuses what makes no sense', async () => {
  expect((await settle('x_none', { state: 'dismissed' })).status).toBe(404);
  expect((await settle('x_none', { state: 'deleted' })).status).toBe(400);
});

it('takes a doubt that a person raises', async () => {
  const raise = (questionId: string, body: unknown) => {
    const request = new Request('http://127.0.0.1:3000/api/questions/x/doubts', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return POST(request, { params: Promise.resolve({ questionId }) });
  };
  const raised = await raise('q_a', { reason: '写反了' });
  expect(raised.status).toBe(201);
  expect(await raised.json()).toMatchObject({
    doubt: { source: 'person', state: 'confirmed', reason: '写反了' },
  });
  expect((await raise('q_a', { reason: ' ' })).status).toBe(400);
  expect((await raise('q_none', { reason: 'x' })).status).toBe(404);
});
