import { tokenise } from '../../domain/retrieval';
import type { EmbeddingModel } from '../../ports';
import { normalise } from './normalise';

const DIMENSIONS = 512;

/**
 * Deterministic vectors without a download and without a corpus: signed feature hashing (Weinberger et al., ICML
 * 2009) of index terms and of letter trigrams. In the place of idf, which needs a corpus, stands the kind of term:
 * single characters and very short words are common, pairs and longer words are not.
 */
export function openHashingEmbedder(): EmbeddingModel {
  return {
    id: `hashing-v1-${DIMENSIONS}`,
    kind: 'hashing',
    dimensions: DIMENSIONS,
    embedDocuments: async (texts) => texts.map(hashedVector),
    embedQuery: async (text) => hashedVector(text),
  };
}

function hashedVector(text: string): number[] {
  const counts = new Map<string, number>();
  for (const feature of tokenise(text).flatMap(featuresOf)) {
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  const vector = new Float64Array(DIMENSIONS);
  for (const [feature, count] of counts) {
    const hash = fnv1a(feature);
    // The lowest bit signs, the others choose the place: collisions cancel out on average.
    const place = (hash >>> 1) % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + (hash & 1 ? 1 : -1) * rarity(feature) * (1 + Math.log(count));
  }
  return normalise(vector);
}

function featuresOf(term: string): string[] {
  if (!/^[a-z0-9]{5,}$/.test(term)) return [term];
  const trigrams = Array.from({ length: term.length - 2 }, (_, start) => `~${term.slice(start, start + 3)}`);
  return [term, ...trigrams];
}

function rarity(feature: string): number {
  if (feature.startsWith('~')) return 0.3;
  return [...feature].length === 1 ? 0.3 : 1;
}

/** 32-bit FNV-1a over UTF-16 units. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  // Mixed once more: FNV's low bits, which sign and place, are its weakest.
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) >>> 0;
}
