import { fuseRankings } from './fuse';
import type { RankedEntry } from './model';

/**
 * How look-up weighs its parts. Measured on the 256 rewordings of data/fixtures/paraphrases.jsonl (MRR@10 of the
 * fused ranking, from a coarse grid; its neighbours differ by about .01).
 */
export const LOOKUP = {
  /** A name from the glossary counts this much of a written one: BM25 alone .861 with it, .795 without. */
  otherNameWeight: 0.6,
  /** Rank constant of the fusion; 60 is usual for long rankings, small banks want the top to count more. */
  rankConstant: 10,
  /** Vectors against BM25 = 1: .881 fused, .736 the vectors alone; .866 with 0.7, .878 with 0.2. */
  semanticWeight: 0.4,
  /** Entries taken from each list, at least. */
  depth: 100,
} as const;

/**
 * One ranking of owners out of rankings of their parts (stem, answer), which share a scale: scores are added. An
 * owner that a full list does not hold gets what the list's last entry has, since it has at most that.
 */
export function combineParts(lists: readonly (readonly RankedEntry[])[], depth: number): RankedEntry[] {
  const sums = new Map<string, number>();
  let floors = 0;
  for (const list of lists) {
    const floor = list.length >= depth ? (list.at(-1)?.score ?? 0) : 0;
    floors += floor;
    for (const { id, score } of list) sums.set(id, (sums.get(id) ?? 0) + score - floor);
  }
  return [...sums]
    .map(([id, score]) => ({ id, score: score + floors }))
    .sort((left, right) => right.score - left.score);
}

/**
 * BM25 and vectors as one ranking, best first. Hashed vectors say nothing that BM25 does not say better (alone they
 * reach .650): they are heard only when no word of the query was found.
 */
export function fuseLexicalAndSemantic(
  lexical: readonly RankedEntry[],
  semantic: readonly RankedEntry[],
  embedderKind: 'hashing' | 'local' | 'endpoint',
): RankedEntry[] {
  const isHeard = embedderKind !== 'hashing' || lexical.length === 0;
  return fuseRankings(
    [
      { entries: lexical, weight: 1 },
      { entries: semantic, weight: isHeard ? LOOKUP.semanticWeight : 0 },
    ],
    LOOKUP.rankConstant,
  );
}
