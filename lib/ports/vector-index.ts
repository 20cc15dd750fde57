import type { Notice } from '../domain/errors';
import type { RankedEntry } from '../domain/retrieval';

/** Nearest neighbours by cosine over unit vectors. A cache of the database: may be deleted at any time. */
export interface VectorIndex {
  readonly kind: 'hnsw' | 'exact';
  size(): number;
  /** Best first; `score` is the cosine, -1..1. */
  search(vector: readonly number[], limit: number): RankedEntry[];
}

export interface VectorEntry {
  id: string;
  /** L2-normalised. */
  vector: readonly number[];
}

/** What an index was built from: it is used again only when all of it is the same. */
export interface VectorIndexTag {
  embedderId: string;
  dimensions: number;
  /** Hash over the entries' ids and texts, in order. */
  contentHash: string;
}

/** Builds, keeps and finds again named indexes. */
export interface VectorIndexes {
  readonly kind: 'hnsw' | 'exact';
  /** Why search is exact; absent when it is approximate as intended. */
  readonly notice?: Notice;
  /** The kept index of that name and tag; null when there is none, or it is of another tag, or damaged. */
  load(name: string, tag: VectorIndexTag): Promise<VectorIndex | null>;
  /** Builds and keeps an index over `size` entries that arrive in batches; lets other work run in between. */
  build(
    name: string,
    tag: VectorIndexTag,
    size: number,
    batches: AsyncIterable<readonly VectorEntry[]>,
  ): Promise<VectorIndex>;
}
