import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { Engine } from './engine';
import { HnswVectorStore } from './hnsw-vector-store';

/** Neighbours per node and candidates while building: hnswlib's defaults. */
const M = 16;
const EF_CONSTRUCTION = 200;
/**
 * Candidates while searching. Recall@10 against exact search over 100,000 vectors grown from the starter bank, and
 * processor time of one search for 100: .982 and 0.9 ms with 400, .9895 and 1.3 ms with 600, .993 and 1.6 ms with
 * 800; M = 24 adds .002 (`npm run bench -- lookup` measures it again).
 */
const EF_SEARCH = 600;

/**
 * Approximate nearest neighbours (Malkov & Yashunin 2018) by hnswlib-node.
 * @throws when hnswlib-node is not installed or cannot be loaded.
 */
export async function openHnswEngine(): Promise<Engine> {
  const loaded = await import(/* turbopackIgnore: true */ 'hnswlib-node');
  const { HierarchicalNSW } = 'default' in loaded ? (loaded.default as typeof loaded) : loaded;
  const wrap = (graph: HierarchicalNSW, ids: string[]) => {
    graph.setEf(EF_SEARCH);
    return new HnswVectorStore(NO_EMBEDDINGS, { graph, ids });
  };
  return {
    kind: 'hnsw',
    create(dimensions, size) {
      // Unit vectors: inner product is cosine, without normalising again.
      const graph = new HierarchicalNSW('ip', dimensions);
      graph.initIndex(Math.max(1, size), M, EF_CONSTRUCTION);
      return wrap(graph, []);
    },
    async read(file, dimensions, ids) {
      const graph = new HierarchicalNSW('ip', dimensions);
      await graph.readIndex(file);
      return wrap(graph, [...ids]);
    },
  };
}

/** Vectors come ready-made: the store is asked by vector, never by text. */
const NO_EMBEDDINGS: EmbeddingsInterface = {
  embedDocuments: () => Promise.reject(new Error('This store takes vectors, not texts')),
  embedQuery: () => Promise.reject(new Error('This store takes vectors, not texts')),
};
