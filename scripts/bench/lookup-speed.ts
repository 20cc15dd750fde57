import {
  Bm25Index,
  combineParts,
  fuseLexicalAndSemantic,
  type Glossary,
  LOOKUP,
  queryTerms,
  type RankedEntry,
} from '../../lib/domain/retrieval';
import type { EmbeddingModel, VectorEntry, VectorIndex, VectorIndexes } from '../../lib/ports';
import type { Corpus } from './lookup-corpus';
import { grown, recombined, seeded, sentencesOf } from './lookup-growth';
import { percentile, round } from './timing';

const QUERIES = 500;
const BATCH = 64;
/** Exact search at 100,000 takes a tenth of a second: recall is measured on fewer queries. */
const RECALL_QUERIES = 100;

interface Query {
  text: string;
  vector: number[];
}

/** The vectors everything is grown from. */
export interface RealVectors {
  stems: number[][];
  answers: number[][];
  queries: number[][];
}

/** Look-up times and recall over `size` questions (2 × `size` entries) grown from the starter bank. */
export async function measureSpeed(
  size: number,
  corpus: Corpus,
  real: RealVectors,
  indexes: { approximate: VectorIndexes; exact: VectorIndexes },
  embedder: EmbeddingModel,
  glossary: Glossary,
): Promise<Record<string, unknown>> {
  const started = performance.now();
  const words = growWords(size, corpus);
  const wordsMs = performance.now() - started;
  const stems = await grow(indexes.approximate, 'stem', size, real.stems, 1);
  const answers = await grow(indexes.approximate, 'answer', size, real.answers, 2);
  const vectorsMs = performance.now() - started - wordsMs;
  const queries = growQueries(corpus, real);
  const without = queries.map((query) => timeSearch(query, words, [stems, answers], glossary));
  const withEmbedding = await timeWithEmbedding(queries, words, [stems, answers], glossary, embedder);
  const exact = await grow(indexes.exact, 'exact', size, real.stems, 1);
  return {
    questions: size,
    entries: 2 * size,
    index: stems.kind,
    buildWordsSeconds: round(wordsMs / 1000),
    buildVectorsSeconds: round(vectorsMs / 1000),
    p50Ms: round(percentile(wallMs(without), 0.5)),
    p95Ms: round(percentile(wallMs(without), 0.95)),
    cpuP95Ms: round(percentile(cpuMs(without), 0.95)),
    p50WithEmbeddingMs: round(percentile(withEmbedding, 0.5)),
    p95WithEmbeddingMs: round(percentile(withEmbedding, 0.95)),
    recallAt10AgainstExact: round(recall(queries, stems, exact)),
  };
}

function growWords(size: number, corpus: Corpus): Bm25Index[] {
  const chance = seeded(3);
  const [stemParts, answerParts] = [sentencesOf(corpus.stems), sentencesOf(corpus.answers)];
  const [stems, answers] = [new Bm25Index(), new Bm25Index()];
  for (let index = 0; index < size; index += 1) {
    stems.add(`q${index}`, recombined(stemParts, 2, chance));
    answers.add(`q${index}`, recombined(answerParts, 6, chance));
  }
  return [stems, answers];
}

function grow(
  indexes: VectorIndexes,
  name: string,
  size: number,
  real: readonly number[][],
  seed: number,
): Promise<VectorIndex> {
  const chance = seeded(seed);
  async function* batches(): AsyncGenerator<VectorEntry[]> {
    for (let start = 0; start < size; start += BATCH) {
      yield Array.from({ length: Math.min(BATCH, size - start) }, (_, index) => ({
        id: `q${start + index}`,
        vector: grown(real, chance),
      }));
    }
  }
  const tag = { embedderId: 'bench', dimensions: real[0]?.length ?? 0, contentHash: String(size) };
  return indexes.build(name, tag, size, batches());
}

function growQueries(corpus: Corpus, real: RealVectors): Query[] {
  const chance = seeded(4);
  return Array.from({ length: QUERIES }, (_, index) => ({
    text: corpus.rewordings[index % corpus.rewordings.length]?.text ?? '',
    vector: grown(real.queries, chance),
  }));
}

function search(
  { text, vector }: Query,
  words: readonly Bm25Index[],
  vectors: readonly VectorIndex[],
  glossary: Glossary,
): RankedEntry[] {
  const { depth } = LOOKUP;
  const terms = queryTerms(text, glossary, LOOKUP.otherNameWeight);
  const lexical = words.map((index) => index.search(terms, depth));
  const nearest = vectors.map((index) => index.search(vector, depth));
  return fuseLexicalAndSemantic(combineParts(lexical, depth), combineParts(nearest, depth), 'local').slice(
    0,
    10,
  );
}

/** Of one search; the processor's time tells what a busy machine adds to the other. */
interface SearchTime {
  wallMs: number;
  cpuMs: number;
}

const wallMs = (times: readonly SearchTime[]): number[] => times.map((time) => time.wallMs);
const cpuMs = (times: readonly SearchTime[]): number[] => times.map((time) => time.cpuMs);

function timeSearch(
  query: Query,
  words: readonly Bm25Index[],
  vectors: readonly VectorIndex[],
  glossary: Glossary,
): SearchTime {
  const cpuStarted = process.cpuUsage();
  const started = performance.now();
  search(query, words, vectors, glossary);
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpuStarted);
  return { wallMs: wall, cpuMs: (user + system) / 1000 };
}

async function timeWithEmbedding(
  queries: readonly Query[],
  words: readonly Bm25Index[],
  vectors: readonly VectorIndex[],
  glossary: Glossary,
  embedder: EmbeddingModel,
): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const started = performance.now();
    const vector = await embedder.embedQuery(query.text);
    search({ ...query, vector }, words, vectors, glossary);
    times.push(performance.now() - started);
  }
  return times;
}

/** The share of the ten truly nearest that the approximate index finds. */
function recall(queries: readonly Query[], approximate: VectorIndex, exact: VectorIndex): number {
  let hits = 0;
  let all = 0;
  for (const { vector } of queries.slice(0, RECALL_QUERIES)) {
    const found = new Set(approximate.search(vector, 10).map(({ id }) => id));
    for (const { id } of exact.search(vector, 10)) {
      all += 1;
      if (found.has(id)) hits += 1;
    }
  }
  return hits / all;
}
