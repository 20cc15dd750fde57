import {
  Bm25Index,
  combineParts,
  EMPTY_GLOSSARY,
  expandedQuery,
  fuseLexicalAndSemantic,
  type Glossary,
  LOOKUP,
  queryTerms,
  type RankedEntry,
} from '../../lib/domain/retrieval';
import type { EmbeddingModel } from '../../lib/ports';
import type { Corpus } from './lookup-corpus';
import { round } from './timing';

type Rankings = readonly (readonly RankedEntry[])[];

/** Mean reciprocal rank of the wanted question within the first ten, and how often it is there. */
function quality(corpus: Corpus, rankings: Rankings): Record<string, number> {
  let reciprocal = 0;
  let found = 0;
  corpus.rewordings.forEach(({ questionId }, index) => {
    const rank = (rankings[index] ?? []).slice(0, 10).findIndex(({ id }) => id === questionId);
    if (rank >= 0) found += 1;
    reciprocal += rank >= 0 ? 1 / (rank + 1) : 0;
  });
  const count = corpus.rewordings.length;
  return { mrrAt10: round(reciprocal / count), recallAt10: round(found / count) };
}

function lexicalRankings(corpus: Corpus, glossary: Glossary): Rankings {
  const [stems, answers] = [new Bm25Index(), new Bm25Index()];
  corpus.ids.forEach((id, index) => {
    stems.add(id, corpus.stems[index] ?? '');
    answers.add(id, corpus.answers[index] ?? '');
  });
  return corpus.rewordings.map(({ text }) => {
    const terms = queryTerms(text, glossary, LOOKUP.otherNameWeight);
    const lists = [stems, answers].map((words) => words.search(terms, LOOKUP.depth));
    return combineParts(lists, LOOKUP.depth);
  });
}

async function semanticRankings(
  corpus: Corpus,
  embedder: EmbeddingModel,
  glossary: Glossary,
): Promise<Rankings> {
  const parts = [await embedder.embedDocuments(corpus.stems), await embedder.embedDocuments(corpus.answers)];
  const queries = await embedder.embedDocuments(
    corpus.rewordings.map(({ text }) => expandedQuery(text, glossary)),
  );
  return queries.map((query) => {
    const lists = parts.map((vectors) => nearest(query, vectors, corpus.ids).slice(0, LOOKUP.depth));
    return combineParts(lists, LOOKUP.depth);
  });
}

function nearest(
  query: readonly number[],
  vectors: readonly number[][],
  ids: readonly string[],
): RankedEntry[] {
  return vectors
    .map((vector, index) => ({
      id: ids[index] ?? '',
      score: vector.reduce((sum, value, place) => sum + value * (query[place] ?? 0), 0),
    }))
    .sort((left, right) => right.score - left.score);
}

/** How well look-up finds a question by other words: BM25 alone, each embedder alone, and fused as served. */
export async function measureQuality(
  corpus: Corpus,
  embedders: readonly EmbeddingModel[],
  glossary: Glossary,
): Promise<Record<string, unknown>> {
  const lexical = lexicalRankings(corpus, glossary);
  const figures: Record<string, unknown> = {
    rewordings: corpus.rewordings.length,
    bm25WithoutGlossary: quality(corpus, lexicalRankings(corpus, EMPTY_GLOSSARY)),
    bm25: quality(corpus, lexical),
  };
  for (const embedder of embedders) {
    const semantic = await semanticRankings(corpus, embedder, glossary);
    const fused = lexical.map((list, index) =>
      fuseLexicalAndSemantic(list, semantic[index] ?? [], embedder.kind),
    );
    figures[embedder.kind] = { alone: quality(corpus, semantic), fused: quality(corpus, fused) };
  }
  return figures;
}
