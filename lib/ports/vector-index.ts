import type { RankedEntry } from '../domain/retrieval';

/** Nearest neighbours by cosine over unit vectors. A cache of the database: may be deleted at any time. */
export interface VectorIndex {
  readonly kind: 'hnsw' | 'exact';
  size(): number;
  /** Best first; `score` is the cosine, -1..1. */
  search(vector: readonly number[], limit: number): RankedEntry[];
}
