import type { Notice } from '../domain/errors';

export interface WeightsProgress {
  receivedBytes: number;
  totalBytes: number;
}

/** Whether the local embedding model's files are there. `failed`: the last fetch failed, and why. */
export type WeightsState =
  | { kind: 'present' }
  | { kind: 'absent' }
  | ({ kind: 'fetching' } & WeightsProgress)
  | { kind: 'failed'; notice: Notice };

/** The local embedding model's files: where they are, and how to get them. */
export interface ModelWeights {
  state(): WeightsState;
  /**
   * Fetches what is missing, going on where an earlier fetch stopped; returns at once when all is there. A second
   * call while one runs waits for the first.
   * @throws AppError unavailable `weights-unreachable`, `weights-not-found`, `weights-damaged` or
   * `weights-not-writable`; what was received so far is kept, except damaged bytes.
   */
  fetch(onProgress: (progress: WeightsProgress) => void, signal?: AbortSignal): Promise<void>;
}
