import { clausesOf, sentencesOf } from '../key-points/sentences';
import { type Bag, bagOf, occursIn, type Reading, type Stretch, stretchesOf, type Term } from './reading';

/** A clause of the answer. */
export interface Clause extends Stretch {
  /** Which of the candidate's turns it stands in. */
  turn: number;
}

/** The part of the answer that supports a point best. */
export interface Window {
  /** 0..1, weighted share of the point's terms that it holds. */
  support: number;
  start: number;
  end: number;
}

/** Clauses in a window at most: a thought that takes longer is two thoughts. */
const WIDEST = 5;

/** Clauses of an answer; `bounds` are the text offsets at which each turn ends. */
export function clausesOfAnswer(answer: Reading, bounds: readonly number[]): Clause[] {
  const slices = sentencesOf(answer.text).flatMap((sentence) => clausesOf(answer.text, sentence));
  let turn = 0;
  return stretchesOf(answer, slices)
    .map((stretch) => {
      while (turn < bounds.length - 1 && stretch.start >= (bounds[turn] ?? 0)) turn++;
      return { ...stretch, turn };
    })
    .filter(({ from, to }) => to > from);
}

/** Bags of single clauses, made once for all points. */
export function bagsOf(answer: Reading, clauses: readonly Clause[]): Bag[] {
  return clauses.map((clause) => bagOf(answer, clause.from, clause.to));
}

/**
 * The best window of neighbouring clauses for a point's terms; of equally good ones the shortest.
 * @returns null when no clause holds any of the terms.
 */
export function bestWindow(
  terms: readonly Term[],
  clauses: readonly Clause[],
  bags: readonly Bag[],
): Window | null {
  const total = terms.reduce((sum, term) => sum + term.weight, 0);
  if (total === 0) return null;
  const hits = bags.map((bag) => terms.flatMap((term, index) => (occursIn(term, bag) ? [index] : [])));
  let best: Window | null = null;
  for (let first = 0; first < clauses.length; first++) {
    if (hits[first]?.length === 0) continue;
    const held = new Set<number>();
    let weight = 0;
    for (let last = first; last < Math.min(clauses.length, first + WIDEST); last++) {
      const start = clauses[first];
      const end = clauses[last];
      if (!start || !end || start.turn !== end.turn) break;
      for (const index of hits[last] ?? []) {
        if (held.has(index)) continue;
        held.add(index);
        weight += terms[index]?.weight ?? 0;
      }
      const support = weight / total;
      // A wider window must earn its width.
      if (!best || support > best.support + 0.02) best = { support, start: start.start, end: end.end };
    }
  }
  return best;
}
