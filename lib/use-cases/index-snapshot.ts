import type { Passage, Question } from '../domain/question-bank';
import type { Bm25Index, IndexEntry } from '../domain/retrieval';
import type { EmbeddingModel, VectorIndex } from '../ports';

/** What can be looked up, each kind in an index of its own. */
export type Part = IndexEntry['part'];

/** An entry with the hash of its text: the key of its vector. */
export interface HashedEntry extends IndexEntry {
  textHash: string;
}

/** The words of the bank at one revision. */
export interface LexicalIndex {
  revision: number;
  questions: ReadonlyMap<string, Question>;
  passages: ReadonlyMap<string, Passage>;
  /** In bank order. */
  entries: Record<Part, HashedEntry[]>;
  /** Keyed by owner: a question or passage has at most one entry per part. */
  words: Record<Part, Bm25Index>;
}

/** The vectors of the bank by one embedder; owners that have left the bank since are passed over. */
export interface SemanticIndex {
  embedder: EmbeddingModel;
  /** Hash over all entries: tells whether it is still that of the bank. */
  contentHash: string;
  vectors: Record<Part, VectorIndex>;
}
