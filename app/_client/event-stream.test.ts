import { afterEach, expect, test, vi } from 'vitest';
import { scriptFetch } from '../_testing/scripted-fetch';
import { readEvents } from './event-stream';
import { getJson, RequestError, send } from './http';

afterEach(() => void vi.unstubAllGlobals());

async function collect(response: Response) {
  const events = [];
  for await (const event of readEvents(response)) events.push(event);
  return events;
}

test('named events arrive in order, split anywhere, with Chinese intact', async () => {
  const bytes = new TextEncoder().encode('event: stored\ndata: {"text":"低秩"}\n\nevent: done\ndata: {}\n\n');
  const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
  const body = new ReadableStream({
    pull(controller) {
      const piece = pieces.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
  expect(await collect(new Response(body))).toEqual([
    { name: 'stored', data: { text: '低秩' } },
    { name: 'done', data: {} },
  ]);
});

test('a connection that breaks is unreachable, after what had arrived', async () => {
  scriptFetch(() => ({ events: [['stored', { messageId: 'm1' }]], isCut: true }));
  const events = readEvents(await send('/x'));
  expect((await events.next()).value).toMatchObject({ name: 'stored' });
  await expect(events.next()).rejects.toMatchObject({ kind: 'unreachable', code: 'stream-cut' });
});

test.each([
  [409, { error: { kind: 'conflict', code: 'busy', message: 'Busy.' } }, 'conflict', 'busy'],
  [500, 'no JSON object', 'internal', 'http-500'],
  [502, 'a proxy speaks', 'unreachable', 'http-502'],
])('status %i with %j throws %s %s', async (status, json, kind, code) => {
  scriptFetch(() => ({ status, json }));
  const error = await send('/x').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RequestError);
  expect(error).toMatchObject({ kind, code, status });
});

test('no answer at all is unreachable', async () => {
  scriptFetch(() => 'unreachable');
  await expect(send('/x')).rejects.toMatchObject({ isUnreachable: true });
});

test('an answer that breaks off is unreachable, not a defect of the page', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"id": "i_'));
  await expect(getJson('/x')).rejects.toMatchObject({ kind: 'unreachable', code: 'answer-cut' });
});
