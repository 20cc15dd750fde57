import { areNearIdentical } from './duplicates';
import type { Question } from './model';
import type { MergeProposal } from './view';

/** A test for pairs that were kept apart, whichever of the two is named first. */
export function keptApartTest(
  pairs: readonly (readonly [string, string])[],
): (a: string, b: string) => boolean {
  const known = new Set(pairs.flatMap(([a, b]) => [`${a}\n${b}`, `${b}\n${a}`]));
  return (a, b) => known.has(`${a}\n${b}`);
}

/** Two questions that may be one. */
export interface SamePair {
  firstId: string;
  secondId: string;
  /** 0..1. */
  score: number;
}

/**
 * Groups out of pairs: the first question in order that is left takes every other one that is paired with itself; what is
 * only paired with those stays for a group of its own, so that no chain of likenesses joins two that are not alike.
 * @param order ids, first choice for a root first; pairs of ids that are not in it are left out
 */
export function groupPairs(
  pairs: readonly SamePair[],
  order: readonly string[],
): { rootId: string; others: { id: string; score: number }[] }[] {
  const scores = new Map<string, Map<string, number>>();
  const note = (from: string, to: string, score: number) =>
    scores.set(from, (scores.get(from) ?? new Map()).set(to, score));
  for (const { firstId, secondId, score } of pairs) {
    note(firstId, secondId, score);
    note(secondId, firstId, score);
  }
  const left = new Set(order);
  return order.flatMap((rootId) => {
    const near = scores.get(rootId);
    if (!near || !left.has(rootId)) return [];
    const others = order.filter((id) => id !== rootId && left.has(id) && near.has(id));
    if (others.length === 0) return [];
    for (const id of [rootId, ...others]) left.delete(id);
    return [{ rootId, others: others.map((id) => ({ id, score: near.get(id) ?? 0 })) }];
  });
}

/**
 * What a person is asked: for each group the question that would stay, with an answer if any has one, and those that would
 * be merged into it.
 * @param questions in bank order
 */
export function proposalsOf(
  questions: readonly Question[],
  pairs: readonly SamePair[],
  areKeptApart: (firstId: string, secondId: string) => boolean,
): MergeProposal[] {
  const byId = new Map(questions.map((question) => [question.id, question]));
  const open = pairs.filter(({ firstId, secondId }) => !areKeptApart(firstId, secondId));
  const order = [...questions]
    .sort((a, b) => Number(a.answer === '') - Number(b.answer === ''))
    .map(({ id }) => id);
  return groupPairs(open, order).flatMap(({ rootId, others }) => {
    const root = byId.get(rootId);
    if (!root) return [];
    const members = others.flatMap(({ id, score }) => {
      const question = byId.get(id);
      return question ? [{ question, score, isNearIdentical: areNearIdentical(root, question) }] : [];
    });
    return [{ root, others: members }];
  });
}
