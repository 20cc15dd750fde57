import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ScriptedOpenAi, startScriptedOpenAi } from '../../testing';
import { embeddingContract } from './contract';
import { openEndpointEmbedder } from './endpoint';

let scripted: ScriptedOpenAi;

beforeEach(async () => {
  scripted = await startScriptedOpenAi({ apiKey: 'secret-key' });
});
afterEach(() => scripted.close());

const open = () =>
  openEndpointEmbedder({ model: 'embed-1', baseUrl: scripted.baseUrl, apiKey: 'secret-key' });

embeddingContract('endpoint', open);

describe('endpoint', () => {
  it('learns the dimension, names the model and sends texts in batches', async () => {
    const embedder = await open();
    expect(embedder).toMatchObject({ id: 'endpoint:embed-1', kind: 'endpoint', dimensions: 64 });
    await embedder.embedDocuments(Array.from({ length: 130 }, (_, index) => `text ${index}`));
    const sizes = scripted.requests.map(({ body }) => (Array.isArray(body.input) ? body.input.length : 1));
    expect(sizes).toEqual([1, 64, 64, 2]);
  });

  it('says that the key is wrong, without the key', async () => {
    const opening = openEndpointEmbedder({ model: 'm', baseUrl: scripted.baseUrl, apiKey: 'other-key' });
    await expect(opening).rejects.toMatchObject({ kind: 'unavailable', code: 'embedder-unreachable' });
    await expect(opening).rejects.not.toThrow(/other-key/);
  });
});

describe('an endpoint with faults', () => {
  let server: Server;
  let replies: { status: number; body: unknown }[] = [];
  let count = 0;
  let authorization: string | undefined;

  beforeEach(async () => {
    count = 0;
    server = createServer((request, response) => {
      request.resume();
      count += 1;
      authorization = request.headers.authorization;
      const { status, body } = replies.shift() ?? { status: 500, body: {} };
      response.writeHead(status, { 'Content-Type': 'application/json', 'Retry-After': '0' });
      response.end(JSON.stringify(body));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const openHere = (apiKey?: string) =>
    openEndpointEmbedder({
      model: 'm',
      ...(apiKey && { apiKey }),
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    });
  const vectors = (...rows: unknown[]) => ({
    status: 200,
    body: {
      object: 'list',
      data: rows.map((embedding, index) => ({ object: 'embedding', index, embedding })),
    },
  });

  it('is asked again after 429 and 503, and its vectors are scaled to length 1', async () => {
    replies = [{ status: 429, body: {} }, { status: 503, body: {} }, vectors([3, 4]), vectors([0, 2])];
    const embedder = await openHere();
    expect(await embedder.embedQuery('x')).toEqual([0, 1]);
    expect(count).toBe(4);
  });

  it('keeps the key that it echoes out of messages and logs', async () => {
    const said = { error: { message: 'no such key: very-secret-key', type: 'auth', code: 'bad_key' } };
    replies = [{ status: 401, body: said }];
    const error: unknown = await openHere('very-secret-key').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'embedder-unreachable', message: expect.stringContaining('401') });
    expect(inspect(error, { depth: 9 })).not.toContain('very-secret-key');
  });

  it('is sent no key where none is set', async () => {
    replies = [vectors([1, 0])];
    await openHere();
    expect(authorization).toBeUndefined();
  });

  it('orders vectors by their index', async () => {
    const swapped = vectors([1, 0], [0, 1]);
    swapped.body.data.reverse();
    replies = [vectors([1, 0]), swapped];
    expect(await (await openHere()).embedDocuments(['a', 'b'])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it.each([
    ['no vector', vectors()],
    ['too many vectors', vectors([1], [1])],
    ['an empty vector', vectors([])],
    ['something that is no number', vectors([1, 'x'])],
    ['another shape', { status: 200, body: { result: 'ok' } }],
  ])('is refused when it sends %s', async (_name, reply) => {
    replies = [reply];
    await expect(openHere()).rejects.toMatchObject({ kind: 'unavailable' });
  });

  it('is refused when vectors differ in length', async () => {
    replies = [vectors([1, 0]), vectors([1, 0], [1, 0, 0])];
    const embedder = await openHere();
    await expect(embedder.embedDocuments(['a', 'b'])).rejects.toMatchObject({
      code: 'embedder-reply-unreadable',
    });
  });
});
