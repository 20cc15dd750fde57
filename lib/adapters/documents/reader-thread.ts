import { Worker } from 'node:worker_threads';
import { AppError } from '../../domain/errors';
import type { ReaderReply, ReaderRequest, ReaderResults } from './reader-protocol';

/** Limits of the reading thread. */
export interface ReaderLimits {
  timeoutMs: number;
  maxHeapMb: number;
}

/** A Next bundle has compiled the thread's file; from TypeScript source (tests, commands) it needs tsx first. */
function startWorker(maxHeapMb: number): Worker {
  const worker = newWorker(maxHeapMb);
  // A thread that is being ended may still report why when nobody waits for it any more.
  worker.on('error', () => undefined);
  return worker;
}

function newWorker(maxHeapMb: number): Worker {
  const resourceLimits = { maxOldGenerationSizeMb: maxHeapMb, stackSizeMb: 8 };
  const isSource = import.meta.url.endsWith('.ts') && process.env.NEXT_RUNTIME === undefined;
  if (!isSource) return new Worker(new URL('./reader-worker.ts', import.meta.url), { resourceLimits });
  // `--import tsx` registers nothing in a thread of Node 20 unless the main thread runs under tsx as well.
  const entry = JSON.stringify(import.meta.url.replace(/[^/]*$/, 'reader-worker.ts'));
  const bootstrap = `import('tsx/esm/api').then(({ register }) => { register(); return import(${entry}); })`;
  return new Worker(bootstrap, { eval: true, resourceLimits });
}

function tooComplex(name: string, why: string, cause?: unknown): AppError {
  return new AppError(
    'invalid',
    'document-too-complex',
    `${name} could not be read: ${why}. Split it into smaller documents and import those.`,
    { cause, details: { file: name } },
  );
}

/** One thread, one document at a time; a thread that hit a limit is ended, and the next document gets a new one. */
export class ReaderThread {
  private worker: Worker | null = null;

  constructor(private readonly limits: ReaderLimits) {}

  /** Throws AppError invalid `document-too-complex` when a limit is hit, internal `reading-failed` on a bug. */
  async ask<Request extends ReaderRequest>(request: Request): Promise<ReaderResults[Request['type']]> {
    const worker = this.worker ?? startWorker(this.limits.maxHeapMb);
    this.worker = worker;
    worker.ref();
    try {
      return (await this.send(worker, request)) as ReaderResults[Request['type']];
    } catch (error) {
      await this.close();
      throw error;
    } finally {
      worker.unref();
    }
  }

  async close(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private send(worker: Worker, request: ReaderRequest): Promise<ReaderResults[ReaderRequest['type']]> {
    const { name } = request;
    return new Promise((resolve, reject) => {
      const { timeoutMs, maxHeapMb } = this.limits;
      const settle = (finish: () => void): void => {
        clearTimeout(timer);
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        finish();
      };
      const onMessage = (reply: ReaderReply): void =>
        settle(() => {
          if (reply.type === 'done') resolve(reply.result);
          else
            reject(new AppError('internal', 'reading-failed', `${name} could not be read: ${reply.message}`));
        });
      const onError = (error: Error & { code?: string }): void =>
        settle(() => {
          const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
          reject(
            isMemory
              ? tooComplex(name, `reading it needs more than ${maxHeapMb} MB of memory`, error)
              : new AppError('internal', 'reading-failed', `${name} could not be read: ${error.message}`, {
                  cause: error,
                }),
          );
        });
      const onExit = (code: number): void =>
        settle(() =>
          reject(
            new AppError(
              'internal',
              'reading-failed',
              `${name} could not be read: the reader ended (${code}).`,
            ),
          ),
        );
      const timer = setTimeout(
        () =>
          settle(() =>
            reject(tooComplex(name, `reading it takes longer than ${Math.round(timeoutMs / 1000)} s`)),
          ),
        timeoutMs,
      );
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      worker.postMessage(request);
    });
  }
}
