import { quantitiesIn } from '../checks/quantities';
import { type Claim, shared } from './claims';

interface Figure {
  value: number;
  /** The unit, or the character or word that follows the number. */
  of: string;
  claim: Claim;
}

/** Figures that differ by no more than this, relative to the reference's, are the same. */
const ROUGHLY = 0.1;

/** What follows a number: a Han character or a word of two letters and more ("5 位", "8 layers"). */
const COUNTED = /(?<![\w.^-])(\d[\d,]*(?:\.\d+)?)\s*(\p{Script=Han}|[a-z]{2,})/giu;

function figuresIn(claims: readonly Claim[]): Figure[] {
  return claims.flatMap((claim) => [
    ...quantitiesIn(claim.text)
      .filter(({ unit }) => unit !== '')
      .map(({ value, unit }) => ({ value, of: `unit ${unit}`, claim })),
    ...[...claim.text.matchAll(COUNTED)].map(([, digits = '', of = '']) => ({
      value: Number(digits.replaceAll(',', '')),
      of: of.toLowerCase(),
      claim,
    })),
  ]);
}

/**
 * Clauses of an answer that give another number than the reference for the same thing: the same unit or counted word, in a
 * clause with a shared word, where the reference's number is said nowhere.
 */
export function wrongFigures(wanted: readonly Claim[], said: readonly Claim[]): Claim[] {
  const [right, given] = [figuresIn(wanted), figuresIn(said)];
  const isSame = (one: Figure, other: Figure) =>
    one.of === other.of && Math.abs(one.value - other.value) <= ROUGHLY * Math.abs(one.value) + 1e-9;
  return given
    .filter((figure) => {
      const meant = right.filter(({ of }) => of === figure.of);
      const isKnown = meant.some((one) => given.some((other) => isSame(one, other)));
      return !isKnown && meant.some(({ claim }) => shared(claim.terms, figure.claim.terms).length > 0);
    })
    .map(({ claim }) => claim);
}
