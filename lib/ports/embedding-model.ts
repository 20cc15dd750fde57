import type { Notice } from '../domain/errors';

/** Turns texts into unit vectors. The two method names are LangChain's, so that its embedders fit. */
export interface EmbeddingModel {
  /** Names model and version; an index built with another id is rebuilt. */
  readonly id: string;
  readonly kind: 'hashing' | 'local' | 'endpoint';
  readonly dimensions: number;
  /** One L2-normalised vector per text, in order. */
  embedDocuments(texts: string[]): Promise<number[][]>;
  embedQuery(text: string): Promise<number[]>;
}

/** The embedder that could be opened. */
export interface OpenedEmbedder {
  embedder: EmbeddingModel;
  /** Why it is not the one that was asked for; absent when it is. */
  notice?: Notice;
  /** True when the local model would serve if its weights were there. */
  lacksWeights: boolean;
}

/** The embedders a configuration allows. */
export interface EmbeddingModels {
  /**
   * Opens the best one there is now; an embedder opened before stays usable. Hashing takes the place of one that
   * cannot be had, and `notice` says why. Never throws for that reason.
   */
  open(): Promise<OpenedEmbedder>;
  /** Ends workers. */
  close(): Promise<void>;
}
