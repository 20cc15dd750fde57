import type { StemProfile } from './stem-profile';

/** How often each term occurs in the stems of a bank: what is rare says more. */
export type TermWeights = (term: string) => number;

/** Weights by inverse document frequency over the texts of a bank: ln(1 + n / df), as in BM25 without saturation. */
export function termWeights(texts: readonly ReadonlySet<string>[]): TermWeights {
  const frequency = new Map<string, number>();
  for (const terms of texts) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  return (term) => Math.log(1 + texts.length / (frequency.get(term) ?? 1));
}

export type Difference = 'aspect' | 'names' | 'numbers' | 'negation' | 'opposite';

/** Whether a text elsewhere in the question (its answer) speaks of a name or number that its stem leaves out. */
export type Mentions = (name: string) => boolean;

/**
 * Why two stems do not ask the same, however alike they are; null when nothing says so. A name or number that only one
 * of them has is no difference when the other's answer speaks of it.
 */
export function differenceOf(
  left: StemProfile,
  right: StemProfile,
  mentionedByLeft: Mentions,
  mentionedByRight: Mentions,
): Difference | null {
  const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>) => {
    const [more, fewer] = [without(a, b), without(b, a)];
    if (more.length > 0 && fewer.length > 0) return false;
    return more.every(mentionedByRight) && fewer.every(mentionedByLeft);
  };
  const [onlyLeft, onlyRight] = [without(left.things, right.things), without(right.things, left.things)];
  const isApart = onlyLeft.length > 0 && onlyRight.length > 0;
  if (isApart && !(onlyLeft.every(mentionedByRight) && onlyRight.every(mentionedByLeft))) return 'names';
  if (!isSame(left.names, right.names)) return 'names';
  if (!isSame(left.numbers, right.numbers)) return 'numbers';
  if (left.isNegated !== right.isNegated) return 'negation';
  if (left.ends.some((end, index) => areOpposite(end, right.ends[index] ?? 0))) return 'opposite';
  return [...left.aspects].some((aspect) => right.aspects.has(aspect)) ? null : 'aspect';
}

function areOpposite(left: number, right: number): boolean {
  return left !== right && (left | right) === 3 && left !== 3 && right !== 3;
}

function without(left: ReadonlySet<string>, right: ReadonlySet<string>): string[] {
  return [...left].filter((item) => !right.has(item));
}

/** Weighted Dice coefficient of two sets of terms, 0..1: 2 Σ w(shared) / (Σ w(left) + Σ w(right)); symmetric. */
export function contentLikeness(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  weightOf: TermWeights,
): number {
  const sum = (terms: Iterable<string>) => [...terms].reduce((total, term) => total + weightOf(term), 0);
  const total = sum(left) + sum(right);
  return total === 0 ? 0 : (2 * sum([...left].filter((term) => right.has(term)))) / total;
}

/** Weighted cosine of two sets of terms, 0..1; long texts on one subject share little by Dice. */
export function cosineLikeness(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  weightOf: TermWeights,
): number {
  const square = (terms: Iterable<string>) =>
    [...terms].reduce((total, term) => total + weightOf(term) ** 2, 0);
  const norm = Math.sqrt(square(left) * square(right));
  return norm === 0 ? 0 : square([...left].filter((term) => right.has(term))) / norm;
}
