import type { Notice } from '../domain/errors';
import type { Passage, Question } from '../domain/question-bank';

export interface QuestionHit {
  question: Question;
  /** Fused score; larger is better. */
  score: number;
}

export interface PassageHit {
  passage: Passage;
  score: number;
}

/** Hybrid look-up over the bank as it is now: BM25 and vectors fused by reciprocal rank. */
export interface BankSearch {
  /** One hit per question, best first. */
  questions(text: string, limit: number): Promise<QuestionHit[]>;
  passages(text: string, limit: number): Promise<PassageHit[]>;
  /** Which embedder serves now, and whether a better index is being built. */
  status(): {
    embedderId: string;
    state: 'ready' | 'building' | 'fetching' | 'failed';
    entries: number;
    index: 'hnsw' | 'exact';
    /** What works otherwise than wanted; absent when all is well. */
    notices?: readonly Notice[];
  };
}
