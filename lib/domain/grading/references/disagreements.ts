import { deriveKeyPoints } from '../key-points/derive';
import type { KeyPoint } from '../model';
import { readAsAnswer } from './read-as-answer';

/** Two references that say the opposite of each other in one place. */
export interface Disagreement {
  /** Indices into the references, `a` < `b`. */
  a: number;
  b: number;
  /** Verbatim parts of the two. */
  quoteA: string;
  quoteB: string;
}

/** Characters of a reference that are compared: a page draws them each time it is seen. */
const LONGEST = 3000;

/**
 * Where references of one question contradict each other, by their words: each is split into points and the other read as
 * an answer to them. A pair of places is named once, whichever of the two turns the other round.
 */
export function disagreements(question: string, references: readonly string[]): Disagreement[] {
  const sides = references.map((reference) => {
    const text = reference.slice(0, LONGEST);
    return { text, points: deriveKeyPoints(question, text) };
  });
  const found: Disagreement[] = [];
  for (const [b, right] of sides.entries()) {
    for (const [a, left] of sides.slice(0, b).entries()) {
      const places = [
        ...contradicted(question, left, right.text),
        ...contradicted(question, right, left.text).map(([quoteB, quoteA]) => [quoteA, quoteB] as const),
      ];
      for (const [quoteA, quoteB] of places) {
        const one = { a, b, quoteA, quoteB };
        if (!found.some((other) => isSamePlace(one, other))) found.push(one);
      }
    }
  }
  return found;
}

interface Side {
  text: string;
  points: KeyPoint[];
}

/** Points of a reference that another one contradicts: its words, and the other's. */
function contradicted(
  question: string,
  { text, points }: Side,
  other: string,
): (readonly [string, string])[] {
  return readAsAnswer(question, text, points, other).flatMap(({ verdict, quote }, index) => {
    const point = points[index];
    return verdict === 'contradicted' && quote && point
      ? [[point.evidence ?? point.text, quote] as const]
      : [];
  });
}

function isSamePlace(one: Disagreement, other: Disagreement): boolean {
  const overlap = (left: string, right: string) => left.includes(right) || right.includes(left);
  return (
    one.a === other.a &&
    one.b === other.b &&
    overlap(one.quoteA, other.quoteA) &&
    overlap(one.quoteB, other.quoteB)
  );
}
