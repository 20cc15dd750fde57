import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type BenchOptions, gate, gradeByWords, interviewBench } from '@/lib/testing';
import { createInterviews } from '@/lib/use-cases';
import { GET as exportReport } from './[interviewId]/export/route';
import { POST as send } from './[interviewId]/messages/route';
import { GET as report } from './[interviewId]/report/route';
import { GET as view } from './[interviewId]/route';
import { GET as list, POST as start } from './route';

const app = vi.hoisted(() => ({ interviews: {} as unknown }));
vi.mock('@/app/_server', () => ({ getApp: async () => app }));

const BASE = 'http://127.0.0.1:3000';

function use(options: BenchOptions = {}): void {
  app.interviews = createInterviews(interviewBench(options));
}

beforeEach(() => use());

function post(path: string, body: unknown, headers: Record<string, string> = {}): Request {
  return new Request(`${BASE}${path}`, {
    method: 'POST',
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

function get(path: string): Request {
  return new Request(`${BASE}${path}`, { headers: { host: '127.0.0.1:3000' } });
}

function of(interviewId: string) {
  return { params: Promise.resolve({ interviewId }) };
}

async function begin(body: object = {}): Promise<string> {
  const response = await start(
    post('/api/interviews', { mode: 'practice', questionIds: ['q_a', 'q_b'], ...body }),
    {},
  );
  expect(response.status).toBe(201);
  return ((await response.json()) as { id: string }).id;
}

function say(id: string, body: object, headers?: Record<string, string>): Promise<Response> {
  return send(post(`/api/interviews/${id}/messages`, body, headers), of(id));
}

/** Names and data of a stream, comments aside. */
async function read(response: Response): Promise<[string, Record<string, unknown>][]> {
  const text = await response.text();
  return [...text.matchAll(/^event: (.*)\ndata: (.*)$/gm)].map(([, name = '', data = '']) => [
    name,
    JSON.parse(data),
  ]);
}

describe('POST /api/interviews', () => {
  it('starts nothing over no question at all', async () => {
    const response = await start(post('/api/interviews', { mode: 'practice', questionIds: [] }), {});
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe('bad-field');
    expect(error.message).toContain('questionIds:');
  });

  it('starts one with its first question', async () => {
    const response = await start(post('/api/interviews', { mode: 'mock', minutes: 5, limit: 2 }), {});
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      mode: 'mock',
      budget: { minutes: 5 },
      limit: 2,
      awaits: 'answer',
      questions: [{ index: 0, status: 'open' }],
    });
  });

  it.each([
    [{}, 'bad-field', 'mode'],
    [{ mode: 'exam' }, 'bad-field', 'mode'],
    [{ mode: 'practice', limit: 0 }, 'bad-field', 'limit'],
    [{ mode: 'mock', minutes: -1 }, 'bad-field', 'minutes'],
    [{ mode: 'practice', kinds: ['essay'] }, 'bad-field', 'kinds'],
    [{ mode: 'practice', topics: ['没有'] }, 'nothing-to-ask', 'topics'],
  ])('%j: 400 %s, naming %s', async (body, code, field) => {
    const response = await start(post('/api/interviews', body), {});
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe(code);
    expect(error.message).toContain(field);
  });

  it('is refused to foreign pages', async () => {
    const body = { mode: 'practice' };
    const foreign = await start(post('/api/interviews', body, { origin: 'http://evil.example' }), {});
    expect(foreign.status).toBe(400);
    const form = await start(
      post('/api/interviews', JSON.stringify(body), { 'content-type': 'text/plain' }),
      {},
    );
    expect(form.status).toBe(400);
    const own = await start(post('/api/interviews', body, { origin: BASE }), {});
    expect(own.status).toBe(201);
  });
});

describe('messages', () => {
  it('answers with named events, stored first and done last', async () => {
    const id = await begin();
    const response = await say(id, { intent: 'answer', text: '甲', clientId: 'c1' });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    const events = await read(response);
    expect(events[0]).toMatchObject(['stored', { clientId: 'c1', intent: 'answer' }]);
    expect(events.map(([name]) => name)).toEqual(
      expect.arrayContaining(['progress', 'verdicts', 'critique', 'question']),
    );
    expect(events.at(-1)).toMatchObject(['done', { awaits: 'follow-up' }]);
    const stored = (await (await view(get(`/api/interviews/${id}`), of(id))).json()) as { version: number };
    expect(events.at(-1)?.[1].version).toBe(stored.version);
  });

  it('stores the same clientId once', async () => {
    const id = await begin();
    const body = { intent: 'answer', text: '甲', clientId: 'c1' };
    const [first] = await read(await say(id, body));
    const [again] = await read(await say(id, body));
    expect(again).toEqual(first);
    expect(await (await view(get('/'), of(id))).json()).toMatchObject({
      questions: [{ answers: [{ attempt: 1 }] }],
    });
  });

  it('gives 409 while another message is being answered', async () => {
    const door = gate();
    const grade = async (task: Parameters<typeof gradeByWords>[0]) => {
      await door.wait;
      return { state: 'graded' as const, grade: gradeByWords(task) };
    };
    use({ script: { grade } });
    const id = await begin();
    const running = await say(id, { intent: 'answer', text: '甲' });
    const second = await say(id, { intent: 'hint' });
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ error: { kind: 'conflict', code: 'message-running' } });
    door.open();
    expect((await read(running)).at(-1)?.[0]).toBe('done');
  });

  it.each([
    ['nope', { intent: 'answer', text: 'x' }, 404, 'no-such-interview'],
    [null, { intent: 'answer', text: ' ' }, 400, 'text-required'],
    [null, { text: '' }, 400, 'bad-field'],
    [null, { intent: 'sing', text: 'x' }, 400, 'bad-field'],
    [null, { intent: 'discuss', text: 'x' }, 409, 'intent-not-allowed'],
    [null, { intent: 'retry', answerId: 'm_x' }, 400, 'unknown-answer'],
    [null, { intent: 'answer', text: '长'.repeat(100_001) }, 400, 'bad-field'],
  ])('%s %j: %i %s', async (unknown, body, status, code) => {
    const id = unknown ?? (await begin());
    const response = await say(id, body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
  });

  it('lets nothing of an unexpected error out, and still ends the stream', async () => {
    const hint = () => {
      throw new Error('secret');
    };
    use({ script: { hint } });
    const events = await read(await say(await begin(), { intent: 'hint' }));
    expect(events.slice(-2).map(([name]) => name)).toEqual(['error', 'done']);
    expect(JSON.stringify(events)).not.toContain('secret');
  });
});

describe('reading', () => {
  it('lists, reports and exports', async () => {
    const id = await begin();
    await read(await say(id, { intent: 'answer', text: '甲乙丙' }));
    await read(await say(id, { intent: 'finish' }));
    expect(await (await list(get('/api/interviews'), {})).json()).toMatchObject({
      interviews: [{ id, bands: [5] }],
    });
    expect(await (await report(get('/'), of(id))).json()).toMatchObject({
      overall: [{ grader: 'offline', band: 5 }],
    });
    const file = await exportReport(get('/'), of(id));
    expect(file.headers.get('content-disposition')).toContain(
      'attachment; filename="viva-2026-01-01-practice.md"',
    );
    expect(await file.text()).toContain('# Viva 面试报告');
  });

  it('gives 404 for an interview that is not there', async () => {
    for (const read of [view, report, exportReport])
      expect((await read(get('/'), of('nope'))).status).toBe(404);
  });
});
