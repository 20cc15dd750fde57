import {
  combineParts,
  expandedQuery,
  fuseLexicalAndSemantic,
  type Glossary,
  LOOKUP,
  queryTerms,
  type RankedEntry,
} from '../domain/retrieval';
import type { Logger, PassageHit, QuestionHit } from '../ports';
import type { LexicalIndex, Part, SemanticIndex } from './index-snapshot';
import { limitOf, within } from './time-limit';

/** What a search looks in. */
export interface SearchScope {
  lexical: LexicalIndex;
  /** Null while the first vectors are being computed: BM25 alone answers then. */
  semantic: SemanticIndex | null;
  glossary: Glossary;
}

/** Questions whose stem or answer fits the text: one hit per question, best first. */
export async function searchQuestions(
  ports: { logger: Logger },
  scope: SearchScope,
  text: string,
  limit: number,
): Promise<QuestionHit[]> {
  const ranked = await rank(ports, scope, ['stem', 'answer'], text, limit);
  return pick(ranked, limit, (id) => scope.lexical.questions.get(id)).map(({ found, score }) => ({
    question: found,
    score,
  }));
}

/** Passages that fit the text, best first. */
export async function searchPassages(
  ports: { logger: Logger },
  scope: SearchScope,
  text: string,
  limit: number,
): Promise<PassageHit[]> {
  const ranked = await rank(ports, scope, ['passage'], text, limit);
  return pick(ranked, limit, (id) => scope.lexical.passages.get(id)).map(({ found, score }) => ({
    passage: found,
    score,
  }));
}

async function rank(
  ports: { logger: Logger },
  scope: SearchScope,
  parts: readonly Part[],
  text: string,
  limit: number,
): Promise<RankedEntry[]> {
  const depth = Math.max(LOOKUP.depth, limit);
  const terms = queryTerms(text, scope.glossary, LOOKUP.otherNameWeight);
  const lexical = combineParts(
    parts.map((part) => scope.lexical.words[part].search(terms, depth)),
    depth,
  );
  const { semantic } = scope;
  if (!semantic || (semantic.embedder.kind === 'hashing' && lexical.length > 0)) {
    return fuseLexicalAndSemantic(lexical, [], 'hashing');
  }
  const nearest = await nearestOf(ports, scope, semantic, parts, text, depth);
  return fuseLexicalAndSemantic(lexical, nearest, semantic.embedder.kind);
}

/** Milliseconds that a search waits for the vector of its text: a person waits for the search. */
const EMBED_MS = 5_000;

/** An embedder that fails, or is silent, costs the vectors' say, not the search. */
async function nearestOf(
  ports: { logger: Logger },
  scope: SearchScope,
  semantic: SemanticIndex,
  parts: readonly Part[],
  text: string,
  depth: number,
): Promise<RankedEntry[]> {
  if (text.trim() === '') return [];
  try {
    const embedding = semantic.embedder.embedQuery(expandedQuery(text, scope.glossary));
    const vector = await within(embedding, limitOf(EMBED_MS));
    return combineParts(
      parts.map((part) => semantic.vectors[part].search(vector, depth)),
      depth,
    );
  } catch (error) {
    ports.logger.warn({ error, embedder: semantic.embedder.id }, 'query not embedded; BM25 alone answers');
    return [];
  }
}

function pick<T>(
  ranked: readonly RankedEntry[],
  limit: number,
  find: (id: string) => T | undefined,
): { found: T; score: number }[] {
  const hits: { found: T; score: number }[] = [];
  for (const { id, score } of ranked) {
    if (hits.length >= limit) break;
    const found = find(id);
    if (found !== undefined) hits.push({ found, score });
  }
  return hits;
}
