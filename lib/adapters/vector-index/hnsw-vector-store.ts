import { Document, type DocumentInterface } from '@langchain/core/documents';
import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import { VectorStore } from '@langchain/core/vectorstores';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { RankedEntry } from '../../domain/retrieval';
import type { EngineIndex } from './engine';

export interface HnswStoreConfig {
  /** An initialised inner-product graph. */
  graph: HierarchicalNSW;
  /** Entry ids by label. */
  ids: string[];
}

/** An HNSW graph as a LangChain vector store: documents are entry ids (in `metadata.id`), texts stay in the database. */
export class HnswVectorStore extends VectorStore implements EngineIndex {
  declare FilterType: never;
  readonly kind = 'hnsw';
  private readonly graph: HierarchicalNSW;
  private readonly ids: string[];

  constructor(embeddings: EmbeddingsInterface, config: HnswStoreConfig) {
    super(embeddings, {});
    this.graph = config.graph;
    this.ids = config.ids;
  }

  override _vectorstoreType(): string {
    return 'hnswlib-node';
  }

  /** Each document needs a `metadata.id`, or an `id`; the graph grows as needed. */
  override async addVectors(vectors: number[][], documents: DocumentInterface[]): Promise<string[]> {
    const missing = this.ids.length + vectors.length - this.graph.getMaxElements();
    if (missing > 0) this.graph.resizeIndex(this.graph.getMaxElements() + missing);
    return vectors.map((vector, position) => {
      const document = documents[position];
      const id = String(document?.metadata.id ?? document?.id ?? this.ids.length);
      this.add(id, vector);
      return id;
    });
  }

  override async addDocuments(documents: DocumentInterface[]): Promise<string[]> {
    const vectors = await this.embeddings.embedDocuments(documents.map(({ pageContent }) => pageContent));
    return this.addVectors(vectors, documents);
  }

  /** Scores are cosines; larger is nearer. */
  override async similaritySearchVectorWithScore(
    query: number[],
    k: number,
  ): Promise<[DocumentInterface, number][]> {
    return this.search(query, k).map(({ id, score }) => [
      new Document({ pageContent: '', metadata: { id } }),
      score,
    ]);
  }

  add(id: string, vector: readonly number[]): void {
    this.graph.addPoint([...vector], this.ids.length);
    this.ids.push(id);
  }

  size(): number {
    return this.ids.length;
  }

  search(vector: readonly number[], limit: number): RankedEntry[] {
    const count = Math.min(limit, this.ids.length);
    if (count <= 0) return [];
    const { neighbors, distances } = this.graph.searchKnn([...vector], count);
    return neighbors.map((label, rank) => ({
      id: this.ids[label] ?? '',
      score: 1 - (distances[rank] ?? 1),
    }));
  }

  async write(file: string): Promise<void> {
    await this.graph.writeIndex(file);
  }
}
