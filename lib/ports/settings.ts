import type { Notice } from '../domain/errors';

/** What is in use, with nothing secret in it. */
export interface SettingsView {
  grader: {
    kind: 'offline' | 'llm';
    model?: string;
    baseUrl?: string;
    /** The last four characters of the key, behind dots; absent when none is set. */
    keyHint?: string;
  };
  embedder: { id: string; kind: string; state: string; index: string; notices: readonly Notice[] };
  /** The weights of the local embedding model. Sizes in bytes. */
  weights: {
    state: 'absent' | 'fetching' | 'ready' | 'failed';
    bytesDone: number;
    bytesTotal: number;
    /** Why the last fetch failed. */
    notice?: Notice;
  };
  data: { dir: string; bytes: number };
  version: string;
}

/** `GET /api/health`. */
export interface HealthView {
  status: 'ok';
  grader: { kind: 'offline' | 'llm'; model?: string };
  embedder: { id: string; state: string };
  /** How many questions can be asked. */
  questions: number;
}
