import { statSync } from 'node:fs';
import { type Notice, noticeOf } from '../../domain/errors';
import type { ModelWeights, WeightsProgress, WeightsState } from '../../ports';
import { type DownloadLimits, download } from './download';
import { type WeightFile, weightFiles } from './weight-files';

export interface ModelWeightsOptions {
  /** May be read-only as long as the weights are there. */
  modelsDir: string;
  /** The hub's address, without a path. */
  hubUrl: string;
  limits?: Partial<DownloadLimits>;
  /** The files to fetch; the local model's unless a test stands in for them. */
  files?: readonly WeightFile[];
}

const LIMITS: DownloadLimits = { connectMs: 5_000, stallMs: 20_000, attempts: 4 };

/** The local model's files on disk and how to get them from the hub. */
export function openModelWeights(options: ModelWeightsOptions): ModelWeights {
  const { tokenizer, model } = weightFiles(options.modelsDir);
  const files = options.files ?? [tokenizer, model];
  const limits = { ...LIMITS, ...options.limits };
  const totalBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  let running: { promise: Promise<void>; receivedBytes: number } | null = null;
  let failure: Notice | null = null;
  const listeners = new Set<(progress: WeightsProgress) => void>();

  async function fetchMissing(report: (bytes: number) => void, signal?: AbortSignal): Promise<void> {
    let before = 0;
    for (const file of files) {
      const base = before;
      if (!isWhole(file)) {
        await download(file, options.hubUrl, limits, (bytes) => report(base + bytes), signal);
      }
      before += file.bytes;
      report(before);
    }
  }

  function start(signal?: AbortSignal): Promise<void> {
    failure = null;
    const report = (receivedBytes: number) => {
      if (running) running.receivedBytes = receivedBytes;
      for (const listener of listeners) listener({ receivedBytes, totalBytes });
    };
    const promise = fetchMissing(report, signal)
      .catch((error: unknown) => {
        failure = noticeOf(error);
        throw error;
      })
      .finally(() => {
        running = null;
      });
    running = { promise, receivedBytes: 0 };
    return promise;
  }

  return {
    state(): WeightsState {
      if (running) return { kind: 'fetching', receivedBytes: running.receivedBytes, totalBytes };
      if (files.every(isWhole)) return { kind: 'present' };
      return failure === null ? { kind: 'absent' } : { kind: 'failed', notice: failure };
    },
    async fetch(onProgress, signal) {
      listeners.add(onProgress);
      try {
        await (running?.promise ?? start(signal));
      } finally {
        listeners.delete(onProgress);
      }
    },
  };
}

/** By size alone: a file gets its name only after its checksum was right. */
function isWhole(file: WeightFile): boolean {
  try {
    return statSync(file.path).size === file.bytes;
  } catch {
    // Missing, or on a path that cannot be: the fetch says what is wrong with the place.
    return false;
  }
}
