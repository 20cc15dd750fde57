import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/domain/errors';
import { errorResponse, eventStream, isKnownHost, readJson, route } from '.';

const ok = route(async () => Response.json({ ok: true }));

function request(method: string, headers: Record<string, string>, body?: string): Request {
  return new Request('http://127.0.0.1:3000/api/x', {
    method,
    headers: { host: '127.0.0.1:3000', ...headers },
    body,
  });
}

describe('isKnownHost', () => {
  it.each([
    ['localhost:3000', '127.0.0.1', true],
    ['LOCALHOST', '', true],
    ['[::1]:3000', '', true],
    ['127.0.0.1', '', true],
    ['evil.example', '127.0.0.1', false],
    ['localhost.evil.example', '', false],
    ['viva.lan:3000', 'viva.lan', true],
    ['192.168.1.5:3000', '0.0.0.0', true],
    ['evil.example', '0.0.0.0', false],
    ['192.168.1.5', '127.0.0.1', false],
    ['', '', false],
    [null, '', false],
  ])('%s with HOST=%s: %s', (host, configured, expected) => {
    expect(isKnownHost(host, configured)).toBe(expected);
  });
});

describe('a route', () => {
  it.each<[string, string, Record<string, string>, number]>([
    ['reading', 'GET', {}, 200],
    ['reading under a foreign host', 'GET', { host: 'evil.example' }, 400],
    [
      'changing from an own page',
      'POST',
      { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' },
      200,
    ],
    [
      'changing from a foreign page',
      'POST',
      { origin: 'http://evil.example', 'content-type': 'application/json' },
      400,
    ],
    ['changing from another port', 'POST', { origin: 'http://127.0.0.1:4000' }, 400],
    [
      'changing from a page without origin',
      'POST',
      { origin: 'null', 'content-type': 'application/json' },
      400,
    ],
    [
      'changing across sites',
      'POST',
      { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
      400,
    ],
    ['a program with JSON', 'POST', { 'content-type': 'application/json' }, 200],
    ['a plain form without origin', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['deleting from a foreign page', 'DELETE', { origin: 'http://evil.example' }, 400],
  ])('%s', async (_, method, headers, status) => {
    const response = await ok(request(method, headers), undefined);
    expect(response.status).toBe(status);
  });

  it.each([
    ['invalid', 400],
    ['not-found', 404],
    ['conflict', 409],
    ['unavailable', 503],
    ['internal', 500],
  ] as const)('%s becomes %i', async (kind, status) => {
    const response = errorResponse(new AppError(kind, 'some-code', 'Words.'));
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ error: { kind, code: 'some-code', message: 'Words.' } });
  });

  it('lets nothing of an unexpected error out', async () => {
    const text = await errorResponse(new Error('the key is sk-123')).text();
    expect(text).not.toContain('sk-123');
  });
});

describe('readJson', () => {
  const schema = z.object({ text: z.string() });
  const of = (body: string) => request('POST', { 'content-type': 'application/json' }, body);

  it('gives the parsed body', async () => {
    expect(await readJson(of('{"text":"你好"}'), schema)).toEqual({ text: '你好' });
  });

  it.each([
    ['{"text":1}', /text/],
    ['{', /not JSON/],
    ['[]', /body/],
  ])('says what is wrong with %s', async (body, pattern) => {
    await expect(readJson(of(body), schema)).rejects.toThrow(pattern);
  });

  it('reads no further than the limit', async () => {
    await expect(
      readJson(of(JSON.stringify({ text: 'x'.repeat(5000) })), schema, { maxBytes: 1024 }),
    ).rejects.toThrow(/larger/);
  });
});

describe('eventStream', () => {
  it('sends named events with JSON data, unbuffered by its headers', async () => {
    const response = eventStream(
      (async function* () {
        yield { event: 'stored', data: { text: '一\n二' } };
      })(),
    );
    expect(response.headers.get('cache-control')).toContain('no-transform');
    expect(await response.text()).toBe('event: stored\ndata: {"text":"一\\n二"}\n\n');
  });

  it('ends with error and done when the source fails in an expected way', async () => {
    const response = eventStream(
      (async function* () {
        yield { event: 'stored', data: {} };
        throw new AppError('unavailable', 'away', 'Away.');
      })(),
    );
    expect(await response.text()).toMatch(
      /event: stored[\s\S]*event: error\ndata: .*"away"[\s\S]*event: done/,
    );
  });

  it('tells the source when the reader leaves', async () => {
    let told = false;
    const source = (async function* () {
      try {
        for (;;) yield { event: 'tick', data: {} };
      } finally {
        told = true;
      }
    })();
    const reader = eventStream(source).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    await expect.poll(() => told).toBe(true);
  });
});
