import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HubBehaviour, type ModelHub, startModelHub } from '../../testing';
import { openModelWeights } from './model-weights';
import type { WeightFile } from './weight-files';

const SMALL = Buffer.from('{"vocabulary": ["[CLS]"]}');
const LARGE = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));

let dir: string;
let hub: ModelHub | null;

beforeEach(() => {
  dir = mkdtempSync(path.join(os.tmpdir(), 'viva-weights-'));
  hub = null;
});
afterEach(async () => {
  await hub?.close();
  rmSync(dir, { recursive: true, force: true });
});

function weightFile(name: string, content: Buffer): WeightFile {
  return {
    path: path.join(dir, 'model', name),
    hubPath: `hub/${name}`,
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

const files = () => [weightFile('tokenizer.json', SMALL), weightFile('model.onnx', LARGE)];

async function open(behaviours: HubBehaviour[] = [], limits = {}) {
  hub = await startModelHub({ '/hub/tokenizer.json': SMALL, '/hub/model.onnx': LARGE }, behaviours);
  return openModelWeights({
    modelsDir: dir,
    hubUrl: `${hub.url}/`,
    files: files(),
    limits: { connectMs: 2_000, stallMs: 2_000, attempts: 3, ...limits },
  });
}

const serve: HubBehaviour = { kind: 'serve' };
const ignore = (): void => undefined;
const largeFile = () => path.join(dir, 'model', 'model.onnx');

describe('fetching the weights', () => {
  it('puts both files in place, reports progress up to the whole, and asks for nothing the second time', async () => {
    const weights = await open();
    expect(weights.state()).toEqual({ kind: 'absent' });
    const seen: number[] = [];
    await weights.fetch(({ receivedBytes }) => seen.push(receivedBytes));
    expect(readFileSync(largeFile()).equals(LARGE)).toBe(true);
    expect(weights.state()).toEqual({ kind: 'present' });
    expect(seen.at(-1)).toBe(SMALL.length + LARGE.length);
    expect(seen).toEqual([...seen].sort((left, right) => left - right));
    await weights.fetch(ignore);
    expect(hub?.requests).toHaveLength(2);
  });

  it('goes on with a range where the connection was cut', async () => {
    let arrived = ignore;
    const until = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const weights = await open([serve, { kind: 'cut', afterBytes: 50_000, until }]);
    await weights.fetch(({ receivedBytes }) => {
      if (receivedBytes > SMALL.length) arrived();
    });
    expect(readFileSync(largeFile()).equals(LARGE)).toBe(true);
    expect(hub?.requests[2]?.range).toMatch(/^bytes=\d+-$/);
  });

  it('goes on where an earlier process stopped', async () => {
    const weights = await open();
    await weights.fetch(ignore);
    rmSync(largeFile());
    writeFileSync(`${largeFile()}.part`, LARGE.subarray(0, 1234));
    await weights.fetch(ignore);
    expect(hub?.requests.at(-1)?.range).toBe('bytes=1234-');
    expect(readFileSync(largeFile()).equals(LARGE)).toBe(true);
  });

  it('starts anew when the server ignores ranges', async () => {
    const weights = await open([serve, { kind: 'cut', afterBytes: 50_000 }, { kind: 'no-range' }]);
    await weights.fetch(ignore);
    expect(readFileSync(largeFile()).equals(LARGE)).toBe(true);
  });

  it('goes on after a connection that stalls', async () => {
    const weights = await open([serve, { kind: 'stall', afterBytes: 1000 }], { stallMs: 100 });
    await weights.fetch(ignore);
    expect(readFileSync(largeFile()).equals(LARGE)).toBe(true);
  });

  it('repeats after 503 and 429', async () => {
    const weights = await open([
      { kind: 'status', status: 503 },
      { kind: 'status', status: 429 },
    ]);
    await weights.fetch(ignore);
    expect(weights.state()).toEqual({ kind: 'present' });
  });

  it('lets two callers share one download', async () => {
    const weights = await open();
    await Promise.all([weights.fetch(ignore), weights.fetch(ignore)]);
    expect(hub?.requests).toHaveLength(2);
  });
});

describe('a fetch that fails', () => {
  it.each<[string, HubBehaviour[], object, string, number]>([
    ['404', [{ kind: 'status', status: 404 }], {}, 'weights-not-found', 1],
    ['403', [{ kind: 'status', status: 403 }], {}, 'weights-not-found', 1],
    [
      'a hub that never answers',
      Array(3).fill({ kind: 'silent' }),
      { connectMs: 50 },
      'weights-unreachable',
      3,
    ],
    ['a hub that is broken', Array(3).fill({ kind: 'status', status: 500 }), {}, 'weights-unreachable', 3],
    ['wrong bytes', [serve, { kind: 'wrong-bytes' }], {}, 'weights-damaged', 2],
  ])('%s: %#', async (_name, behaviours, limits, code, requests) => {
    const weights = await open(behaviours, limits);
    await expect(weights.fetch(ignore)).rejects.toMatchObject({
      name: 'AppError',
      kind: 'unavailable',
      code,
    });
    expect(hub?.requests).toHaveLength(requests);
    expect(weights.state()).toMatchObject({ kind: 'failed', notice: { code } });
    expect(statSync(largeFile(), { throwIfNoEntry: false })).toBeUndefined();
    // And the next try can succeed: wrong bytes are not kept.
    await weights.fetch(ignore);
    expect(readFileSync(largeFile()).equals(LARGE)).toBe(true);
  });

  it('says that nobody listens', async () => {
    const closed = await closedPort();
    const weights = openModelWeights({
      modelsDir: dir,
      hubUrl: `http://127.0.0.1:${closed}`,
      files: files(),
    });
    await expect(weights.fetch(ignore)).rejects.toMatchObject({ code: 'weights-unreachable' });
  });

  it('keeps what arrived when it is cancelled', async () => {
    const weights = await open([serve, { kind: 'stall', afterBytes: 1000 }]);
    const controller = new AbortController();
    const fetching = weights.fetch(({ receivedBytes }) => {
      if (receivedBytes > SMALL.length) controller.abort();
    }, controller.signal);
    await expect(fetching).rejects.toMatchObject({ code: 'weights-unreachable' });
    expect(hub?.requests).toHaveLength(2);
  });

  it('says that the folder cannot be written', async () => {
    writeFileSync(path.join(dir, 'model'), 'a file where a folder should be');
    const weights = await open();
    await expect(weights.fetch(ignore)).rejects.toMatchObject({ code: 'weights-not-writable' });
  });
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 1;
}
