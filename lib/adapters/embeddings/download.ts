import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { AppError, isAppError } from '../../domain/errors';
import type { WeightFile } from './weight-files';

export interface DownloadLimits {
  /** Milliseconds until the server's headers must be there. */
  connectMs: number;
  /** Milliseconds without a byte after which the connection counts as dead. */
  stallMs: number;
  /** Connections tried in a row for one file; each goes on where the last one stopped. */
  attempts: number;
}

/**
 * Fetches one file to its place: received into `….part` (kept over failures and restarts), checked, then renamed,
 * so that a file at its place is whole.
 * @throws AppError unavailable: `weights-unreachable`, `weights-not-found`, `weights-damaged`, `weights-not-writable`.
 */
export async function download(
  file: WeightFile,
  hubUrl: string,
  limits: DownloadLimits,
  onReceived: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const part = `${file.path}.part`;
  await mkdir(path.dirname(part), { recursive: true }).catch(notWritable(part));
  for (let attempt = 1; ; attempt += 1) {
    try {
      await receive(file, part, `${hubUrl.replace(/\/+$/, '')}/${file.hubPath}`, limits, onReceived, signal);
      break;
    } catch (error) {
      const mayGoOn = error instanceof CutConnection && attempt < limits.attempts && !signal?.aborted;
      if (!mayGoOn) throw error instanceof CutConnection ? unreachable(hubUrl, error) : error;
    }
  }
  await check(file, part);
  await rename(part, file.path).catch(notWritable(part));
}

/** The connection ended before the file did: worth another one. */
class CutConnection extends Error {}

async function receive(
  file: WeightFile,
  part: string,
  url: string,
  limits: DownloadLimits,
  onReceived: (bytes: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const held = await sizeOf(part);
  if (held === file.bytes) return;
  const start = held < file.bytes ? held : 0;
  const watch = watchdog(limits, signal);
  try {
    const response = await fetch(url, {
      headers: start > 0 ? { Range: `bytes=${start}-` } : {},
      signal: watch.signal,
    });
    watch.beat();
    if (!response.ok || !response.body) throw await refused(url, response, part);
    // A server that ignores Range sends the whole file with 200.
    const from = response.status === 206 ? start : 0;
    const chunks = chunksOf(response.body, file, from, onReceived, watch.beat);
    await store(part, from > 0 ? 'a' : 'w', chunks);
  } catch (error) {
    if (isAppError(error)) {
      if (error.code === 'weights-damaged') await rm(part, { force: true });
      throw error;
    }
    if (isDiskError(error)) notWritable(part)(error);
    throw new CutConnection(reasonOf(error), { cause: error });
  } finally {
    watch.stop();
  }
  if ((await sizeOf(part)) < file.bytes) throw new CutConnection('the connection was cut');
}

/** Writes chunk by chunk, so that all that arrived before a cut is kept. */
async function store(part: string, flags: 'a' | 'w', chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(part, flags);
  try {
    for await (const chunk of chunks) await handle.writeFile(chunk);
  } finally {
    await handle.close();
  }
}

/** Counts bytes; more than the file has means that it is another file. */
async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  file: WeightFile,
  from: number,
  onReceived: (bytes: number) => void,
  beat: () => void,
): AsyncGenerator<Uint8Array> {
  let received = from;
  const reader = body.getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      received += next.value.length;
      beat();
      if (received > file.bytes) throw damaged(file);
      yield next.value;
      onReceived(received);
    }
  } finally {
    // Frees the connection when the rest is not wanted; a stream that failed has said so already.
    await reader.cancel().catch(() => undefined);
  }
}

/** Aborts when nothing is heard: `connectMs` for the first sign of life, `stallMs` between later ones. */
function watchdog(limits: DownloadLimits, outer?: AbortSignal) {
  const controller = new AbortController();
  const abort = (reason: string) => () => controller.abort(new Error(reason));
  const cancel = () => controller.abort(new Error('cancelled'));
  let timer = setTimeout(abort('no answer in time'), limits.connectMs);
  outer?.addEventListener('abort', cancel);
  if (outer?.aborted) cancel();
  return {
    signal: controller.signal,
    beat: () => {
      clearTimeout(timer);
      timer = setTimeout(abort('the connection stalled'), limits.stallMs);
    },
    stop: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', cancel);
    },
  };
}

async function refused(url: string, response: Response, part: string): Promise<Error> {
  await response.body?.cancel();
  // 416: what is held does not fit what is there; begin anew.
  if (response.status === 416) await rm(part, { force: true });
  if (response.status >= 500 || [408, 416, 429].includes(response.status))
    return new CutConnection(`status ${response.status}`);
  return new AppError(
    'unavailable',
    'weights-not-found',
    `${url} answered ${response.status}; check HF_ENDPOINT.`,
    {
      isRetryable: false,
      details: { said: `${url}: ${response.status}` },
    },
  );
}

async function check(file: WeightFile, part: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(part), hash);
  if (hash.digest('hex') === file.sha256) return;
  await rm(part, { force: true });
  throw damaged(file);
}

function damaged(file: WeightFile): AppError {
  const name = path.basename(file.path);
  return new AppError(
    'unavailable',
    'weights-damaged',
    `${name} arrived with other bytes than expected; try again.`,
  );
}

function unreachable(hubUrl: string, error: CutConnection): AppError {
  const message = `The model weights could not be fetched from ${hubUrl}: ${error.message}.`;
  return new AppError('unavailable', 'weights-unreachable', message, {
    cause: error,
    details: { said: `${hubUrl}: ${error.message}` },
  });
}

function notWritable(part: string) {
  return (cause: unknown): never => {
    const message = `${path.dirname(part)} cannot be written: ${reasonOf(cause)}. Set MODELS_DIR to a folder that can.`;
    throw new AppError('unavailable', 'weights-not-writable', message, {
      cause,
      isRetryable: false,
      details: { said: reasonOf(cause) },
    });
  };
}

function isDiskError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EISDIR', 'ENOENT'].includes(code);
}

/** fetch says only "fetch failed"; why stands in its cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

async function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
