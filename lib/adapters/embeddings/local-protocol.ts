/** What the thread is started with. */
export interface LocalWorkerData {
  /** Absolute paths. */
  weightsFile: string;
  tokenizerFile: string;
  threads: number;
}

export interface EmbedRequest {
  id: number;
  texts: string[];
}

/** `ready` or `failed` comes once, first; then one reply per request. */
export type LocalWorkerMessage =
  | { type: 'ready' }
  | { type: 'failed'; reason: 'runtime-missing' | 'weights-unreadable'; message: string }
  /** Vectors one after the other, `dimensions` numbers each, L2-normalised. */
  | { type: 'vectors'; id: number; values: Float32Array }
  | { type: 'error'; id: number; message: string };

export const LOCAL_DIMENSIONS = 512;
