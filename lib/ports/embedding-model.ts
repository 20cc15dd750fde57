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
