import type { RankedEntry } from './model';

/** One ranking that takes part in a fusion. */
export interface WeightedRanking {
  /** Best first; ids that occur in several rankings are the same thing. */
  entries: readonly RankedEntry[];
  /** ≥ 0; a ranking of weight 0 has no say. */
  weight: number;
}

/**
 * Reciprocal rank fusion: score = Σ weight / (k + rank), rank from 1 (Cormack, Clarke & Büttcher, SIGIR 2009).
 * Only ranks count, so rankings whose scores cannot be compared can be fused. Best first, one entry per id;
 * equal scores keep the order of first appearance.
 */
export function fuseRankings(rankings: readonly WeightedRanking[], k: number): RankedEntry[] {
  const scores = new Map<string, number>();
  for (const { entries, weight } of rankings) {
    if (weight <= 0) continue;
    entries.forEach(({ id }, position) => {
      scores.set(id, (scores.get(id) ?? 0) + weight / (k + position + 1));
    });
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort((left, right) => right.score - left.score);
}
