import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '@/lib/domain/errors';
import { POST } from './route';

const served = vi.hoisted(() => ({ app: {} as unknown }));
vi.mock('@/app/_server', () => ({ getApp: async () => served.app }));

const events = async function* (...names: string[]) {
  for (const event of names) yield { event, data: { event } };
};
const propose = vi.fn(async () => events('planned', 'done'));
const rerun = vi.fn(async () => events('window'));
beforeEach(() => {
  served.app = { modelReading: { propose, rerun } };
});
afterEach(() => vi.clearAllMocks());

function post(body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request('http://127.0.0.1:3000/api/imports/p1/model-reading', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return POST(request, { params: Promise.resolve({ importId: 'p1' }) });
}

it('streams a pass over a document, or over one part of it', async () => {
  const response = await post({ document: 'a.md', scope: 'all' });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(await response.text()).toBe(
    'event: planned\ndata: {"event":"planned"}\n\nevent: done\ndata: {"event":"done"}\n\n',
  );
  expect(propose).toHaveBeenCalledWith('p1', { document: 'a.md', scope: 'all' }, expect.any(AbortSignal));
  expect(await (await post({ document: 'a.md', windowId: 'w_1' })).text()).toContain('event: window');
  expect(rerun).toHaveBeenCalledWith('p1', { document: 'a.md', windowId: 'w_1' }, expect.any(AbortSignal));
});

it.each([
  ['a foreign page', { document: 'a.md' }, { origin: 'https://elsewhere.example' }, 'foreign-origin'],
  ['no document', {}, {}, 'bad-field'],
  ['an unknown scope', { document: 'a.md', scope: 'some' }, {}, 'bad-field'],
])('refuses %s', async (_, body, headers, code) => {
  const response = await post(body, headers as Record<string, string>);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await response.json()).toMatchObject({ error: { code } });
  expect(propose).not.toHaveBeenCalled();
});

it('says in a status what keeps a pass from beginning', async () => {
  propose.mockRejectedValueOnce(new AppError('not-found', 'import-not-found', 'Gone.'));
  expect((await post({ document: 'a.md' })).status).toBe(404);
  served.app = { modelReading: null };
  const response = await post({ document: 'a.md' });
  expect([response.status, await response.json()]).toMatchObject([400, { error: { code: 'no-model' } }]);
});
