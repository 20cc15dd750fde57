import { Worker } from 'node:worker_threads';
import { AppError } from '../../domain/errors';
import type { LocalWorkerData, LocalWorkerMessage } from './local-protocol';

interface Job {
  id: number;
  texts: string[];
  resolve(values: Float32Array): void;
  reject(error: unknown): void;
}

/** A Next bundle has compiled the thread's file; from TypeScript source (tests, commands) it needs tsx first. */
function startWorker(workerData: LocalWorkerData): Worker {
  const isSource = import.meta.url.endsWith('.ts') && process.env.NEXT_RUNTIME === undefined;
  if (!isSource) return new Worker(new URL('./local-worker.ts', import.meta.url), { workerData });
  // `--import tsx` registers nothing in a thread of Node 20 unless the main thread runs under tsx as well.
  const entry = JSON.stringify(import.meta.url.replace(/[^/]*$/, 'local-worker.ts'));
  const bootstrap = `import('tsx/esm/api').then(({ register }) => { register(); return import(${entry}); })`;
  return new Worker(bootstrap, { eval: true, workerData });
}

/**
 * Keeps the native library loaded: once its only thread has ended, it registers in no other thread of this process
 * ("Module did not self-register", onnxruntime-node 1.16).
 */
async function holdRuntime(): Promise<void> {
  await import(/* turbopackIgnore: true */ 'onnxruntime-node').catch((cause: unknown) => {
    throw new AppError('unavailable', 'runtime-missing', `onnxruntime-node cannot be loaded: ${cause}`, {
      cause,
      isRetryable: false,
    });
  });
}

/** The model's thread, seen from the server: queries overtake documents; the thread keeps no process alive. */
export class LocalThread {
  private readonly queries: Job[] = [];
  private readonly documents: Job[] = [];
  private running: Job | null = null;
  private nextId = 1;
  private failure: AppError | null = null;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (message: LocalWorkerMessage) => this.receive(message));
    worker.on('error', (cause) => this.fail('The local model crashed', cause));
    worker.on('exit', () => this.fail('The local model has ended'));
  }

  /** @throws AppError unavailable `runtime-missing` or `weights-unreadable`. */
  static async start(workerData: LocalWorkerData): Promise<LocalThread> {
    await holdRuntime();
    const worker = startWorker(workerData);
    const first = await new Promise<LocalWorkerMessage>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    }).catch((cause: unknown) => {
      throw new AppError(
        'unavailable',
        'runtime-missing',
        `The local model's thread did not start: ${cause}`,
        {
          cause,
          isRetryable: false,
        },
      );
    });
    worker.unref();
    if (first.type === 'failed') {
      throw new AppError('unavailable', first.reason, first.message, { isRetryable: false });
    }
    return new LocalThread(worker);
  }

  /** Vectors one after the other. Queries are taken before documents that wait. */
  embed(texts: string[], kind: 'query' | 'documents'): Promise<Float32Array> {
    if (this.failure) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => {
      const job: Job = { id: this.nextId, texts, resolve, reject };
      this.nextId += 1;
      (kind === 'query' ? this.queries : this.documents).push(job);
      this.runNext();
    });
  }

  /**
   * Lets go of the thread without ending it: the native library crashes the whole process now and then when a thread that
   * holds a session ends (onnxruntime-node 1.16). It keeps no process alive and ends with it.
   */
  close(): void {
    this.fail('The local model has ended');
    this.worker.unref();
  }

  private runNext(): void {
    if (this.running) return;
    this.running = this.queries.shift() ?? this.documents.shift() ?? null;
    if (!this.running) {
      this.worker.unref();
      return;
    }
    this.worker.ref();
    this.worker.postMessage({ id: this.running.id, texts: this.running.texts });
  }

  private receive(message: LocalWorkerMessage): void {
    const job = this.running;
    if (!job || !('id' in message) || message.id !== job.id) return;
    this.running = null;
    if (message.type === 'vectors') job.resolve(message.values);
    else job.reject(new AppError('internal', 'embedding-failed', message.message));
    this.runNext();
  }

  private fail(message: string, cause?: unknown): void {
    this.failure ??= new AppError('unavailable', 'embedder-ended', message, { cause });
    const jobs = [this.running, ...this.queries.splice(0), ...this.documents.splice(0)];
    this.running = null;
    for (const job of jobs) job?.reject(this.failure);
  }
}
