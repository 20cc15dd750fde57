/** Keeps each vector that was computed once for a text and an embedder, so that it is never computed again. */
export interface VectorCache {
  /** Keyed by text hash; texts without a stored vector are absent. */
  find(embedderId: string, textHashes: readonly string[]): Promise<Map<string, number[]>>;
  save(embedderId: string, vectors: ReadonlyMap<string, readonly number[]>): Promise<void>;
}
