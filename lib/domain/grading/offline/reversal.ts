import type { Slice } from '../key-points/sentences';
import { type Claim, claimsOf, shared } from './claims';
import { comparisonsIn, isTurnedComparison } from './comparison';
import { wrongFigures } from './figures';

/** A clause of the answer that says in other words the opposite of what the reference says. */
export interface Reversal extends Slice {
  /** The word it turns round, '' for a pair of opposites. */
  term: string;
}

export interface Reversals {
  found: Reversal[];
  /** Share of the answer's clauses on the subject that are turned round, 0..1. */
  share: number;
}

/**
 * From this share on, or from this number of places on that are no small part of it, the answer as a whole is taken to say
 * the opposite. Who tells all of it several times is misread in several places, a tenth to a fifth of what he says.
 */
const REVERSED_SHARE = 0.5;
const REVERSED_PLACES = 3;
const SHARE_OF_PLACES = 0.3;

/** Whether an answer turns the reference round as a whole. */
export function isReversed(share: number, places: number): boolean {
  return places > 0 && (share >= REVERSED_SHARE || (places >= REVERSED_PLACES && share >= SHARE_OF_PLACES));
}

/**
 * Clauses of the answer that turn the reference round in other words: they deny a word it affirms everywhere, affirm one it
 * denies everywhere, name the other end of a pair of opposites of the same thing, compare the other way round, or give
 * another number. By itself weak evidence (somebody may say it of another subject); when it holds for half of the answer,
 * the answer says the opposite. Chinese only: English answers with such clauses were graded no lower.
 * @param passage the part of the answer that speaks of the subject; who talks around it denies nothing there.
 */
export function reversalsOf(reference: string, answer: string, passage: Slice): Reversals {
  if (!/\p{Script=Han}/u.test(reference)) return { found: [], share: 0 };
  const wanted = claimsOf(reference);
  const said = distinct(claimsOf(answer));
  const known = new Set(wanted.flatMap((claim) => [...claim.terms]));
  const related = said.filter(
    ({ start, end, terms }) =>
      passage.start <= start && end <= passage.end && [...terms].some((term) => known.has(term)),
  );
  const all: [Everything, Everything] = [everything(wanted), everything(said)];
  const compared = comparisonsIn(reference);
  const turned = comparisonsIn(answer).filter((said) =>
    compared.some((wanted) => isTurnedComparison(said, wanted)),
  );
  const figures = new Set(wrongFigures(wanted, said));
  const found = related.flatMap((claim): Reversal[] => {
    const reversal = reversalIn(claim, wanted, all);
    if (reversal) return [reversal];
    const { start, end } = claim;
    const isTurned =
      figures.has(claim) || turned.some((clause) => clause.start === start) || isOpposed(claim, wanted);
    return isTurned ? [{ start, end, term: '' }] : [];
  });
  return { found, share: found.length / Math.max(1, related.length) };
}

/** Whether a clause names the other end of a pair than the reference beside the same word, and nowhere the same end. */
function isOpposed(claim: Claim, wanted: readonly Claim[]): boolean {
  return claim.ends.some((end) => {
    const sides = wanted
      .flatMap(({ ends }) => ends)
      .filter(({ pair, beside }) => pair === end.pair && shared(beside, end.beside).length > 0)
      .map(({ side }) => side);
    return sides.includes(-end.side) && !sides.includes(end.side);
  });
}

/** What is said twice counts once. */
function distinct(claims: readonly Claim[]): Claim[] {
  const bySaying = new Map(claims.map((claim) => [[...claim.terms, ...claim.denied].join(' '), claim]));
  return [...bySaying.values()];
}

/** Everything a text affirms and denies; an end of an opposite pair is written "pair:side". */
interface Everything {
  affirmed: Set<string>;
  denied: Set<string>;
  ends: Set<string>;
}

function everything(claims: readonly Claim[]): Everything {
  return {
    affirmed: new Set(claims.flatMap(({ affirmed }) => [...affirmed])),
    denied: new Set(claims.flatMap(({ denied }) => [...denied])),
    ends: new Set(claims.flatMap(({ ends }) => ends.map(({ pair, side }) => `${pair}:${side}`))),
  };
}

/** Whether a word is only denied on one side and only affirmed on the other. */
function isTurned(term: string, wanted: Everything, said: Everything): boolean {
  const isOnly = (one: Set<string>, other: Set<string>) => one.has(term) && !other.has(term);
  return (
    (isOnly(said.denied, said.affirmed) && isOnly(wanted.affirmed, wanted.denied)) ||
    (isOnly(said.affirmed, said.denied) && isOnly(wanted.denied, wanted.affirmed))
  );
}

/** Whether one text knows only this end of a pair and the other only the other end. */
function isOtherEnd(pair: number, side: number, wanted: Everything, said: Everything): boolean {
  const [here, there] = [`${pair}:${side}`, `${pair}:${-side}`];
  return wanted.ends.has(there) && !wanted.ends.has(here) && !said.ends.has(there);
}

function reversalIn(claim: Claim, wanted: readonly Claim[], all: [Everything, Everything]): Reversal | null {
  const { start, end } = claim;
  const term = [...claim.terms].find((candidate) => isTurned(candidate, ...all));
  if (term !== undefined) return { start, end, term };
  const opposes = claim.ends.some(
    ({ pair, side }) =>
      isOtherEnd(pair, side, ...all) &&
      wanted.some(
        ({ ends, terms }) =>
          ends.some((end) => end.pair === pair && end.side === -side) &&
          shared(claim.terms, terms).length > 0,
      ),
  );
  return opposes ? { start, end, term: '' } : null;
}
