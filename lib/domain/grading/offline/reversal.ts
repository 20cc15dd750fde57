import { clausesOf, type Slice, sentencesOf } from '../key-points/sentences';
import { marksOf } from './polarity';
import { unitsOf } from './units';

/** A clause as a set of things said or denied. */
interface Claim extends Slice {
  /** Words of the clause: pairs of Han characters, words of Latin letters. */
  terms: Set<string>;
  denied: Set<string>;
  affirmed: Set<string>;
  /** Opposite pairs: number of the pair → which end, −1 or 1, a denial before it counted in. */
  ends: Map<number, number>;
}

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

/** From this share, or number of places, on the answer as a whole is taken to say the opposite. */
const REVERSED_SHARE = 0.5;
const REVERSED_PLACES = 3;

/** Whether an answer turns the reference round as a whole. */
export function isReversed(share: number, places: number): boolean {
  return places > 0 && (share >= REVERSED_SHARE || places >= REVERSED_PLACES);
}

/** Particles and modals that may stand between a denial and what it denies, or between two halves of a word. */
const BESIDE_THE_POINT = new Set([...'能会可以要是有需用应该得被再都才就太很更必须把对在的了']);
/** A denied word follows its denial within so many characters (不会再更新). */
const REACH = 4;

/**
 * Clauses of the answer that deny a word the reference affirms everywhere, affirm one it denies everywhere, or name the
 * other end of a pair of opposites beside a shared word. By itself weak evidence (somebody may deny it of another
 * subject); when it holds for half of the answer, the answer says the opposite. Chinese only: English answers with such clauses were graded no lower.
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
  const found = related.flatMap((claim) => reversalIn(claim, wanted, all) ?? []);
  return { found, share: found.length / Math.max(1, related.length) };
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
    ends: new Set(claims.flatMap(({ ends }) => [...ends].map(([pair, side]) => `${pair}:${side}`))),
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
  const opposes = [...claim.ends].some(
    ([pair, side]) =>
      isOtherEnd(pair, side, ...all) &&
      wanted.some(
        ({ ends, terms }) => ends.get(pair) === -side && [...claim.terms].some((shared) => terms.has(shared)),
      ),
  );
  return opposes ? { start, end, term: '' } : null;
}

function claimsOf(text: string): Claim[] {
  return sentencesOf(text).flatMap((sentence) =>
    clausesOf(text, sentence).map((clause) => claimAt(text, clause)),
  );
}

function claimAt(text: string, slice: Slice): Claim {
  const passage = text.slice(slice.start, slice.end);
  const marks = marksOf(passage);
  const denials = marks.filter((mark) => mark.pole === 0);
  const words = wordsOf(passage, denials);
  const denied = new Set<string>();
  for (const denial of denials) {
    const head = words.find((word) => word.start >= denial.end);
    if (head && head.start - denial.end <= REACH) denied.add(head.key);
  }
  const ends = new Map<number, number>();
  for (const mark of marks) {
    if (mark.pole === 0) continue;
    const isDenied = denials.some((denial) => denial.end <= mark.start && mark.start - denial.end < REACH);
    ends.set(Math.abs(mark.pole), Math.sign(mark.pole) * (isDenied ? -1 : 1));
  }
  const terms = new Set(words.map((word) => word.key));
  return { ...slice, terms, denied, affirmed: new Set([...terms].filter((term) => !denied.has(term))), ends };
}

interface Word extends Slice {
  key: string;
}

function wordsOf(passage: string, denials: readonly Slice[]): Word[] {
  const units = unitsOf(passage).filter(
    (unit) =>
      unit.weight > 0 &&
      !BESIDE_THE_POINT.has(unit.key) &&
      !denials.some((denial) => unit.start < denial.end && denial.start < unit.end),
  );
  return units.flatMap((unit, index): Word[] => {
    if (unit.kind !== 'han') return [unit];
    const next = units[index + 1];
    if (next?.kind !== 'han' || next.start !== unit.end) return [];
    return [{ key: unit.key + next.key, start: unit.start, end: next.end }];
  });
}
