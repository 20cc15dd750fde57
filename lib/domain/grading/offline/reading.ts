import type { Slice } from '../key-points/sentences';
import { type ConceptGroups, type ConceptIndex, type ConceptSpan, indexConcepts, spansOf } from './concepts';
import { FIELD_TERMS, GENERAL_WORDS } from './synonyms';
import { pairsOf, type Unit, unitsOf } from './units';

/** A text as the offline grader sees it. */
export interface Reading {
  text: string;
  units: Unit[];
  spans: ConceptSpan[];
}

/** One thing a reference can be matched by: a unit or a pair of neighbouring Han characters. */
export interface Term {
  key: string;
  weight: number;
  isPair: boolean;
  /** Concepts of which the term is a part: any expression of one of them will do. */
  concepts: readonly number[];
}

/** What occurs in a text, without order. */
export interface Bag {
  keys: Set<string>;
  concepts: Set<number>;
}

const SYNONYMS = [...GENERAL_WORDS, ...FIELD_TERMS];
const BUILT_IN = indexConcepts(SYNONYMS);

/** The concept index for grading: the built-in groups and those of the bank's glossary. */
export function conceptIndexWith(glossary: ConceptGroups = []): ConceptIndex {
  return glossary.length === 0 ? BUILT_IN : indexConcepts([...SYNONYMS, ...glossary]);
}

/** Whether a concept is a term of the field, or of the bank's, and no word of any subject. */
export function isFieldTerm(concept: number): boolean {
  return concept >= GENERAL_WORDS.length;
}

/** A part of a text with the units that stand in it (indexes, end exclusive). */
export interface Stretch extends Slice {
  from: number;
  to: number;
}

/** The units of each of several parts of a text, which follow one another. */
export function stretchesOf({ units }: Reading, slices: readonly Slice[]): Stretch[] {
  let from = 0;
  return slices.map(({ start, end }) => {
    while ((units[from]?.start ?? Number.POSITIVE_INFINITY) < start) from++;
    const first = from;
    while ((units[from]?.end ?? Number.POSITIVE_INFINITY) <= end) from++;
    return { start, end, from: first, to: from };
  });
}

export function read(text: string, index: ConceptIndex): Reading {
  const units = unitsOf(text);
  return { text, units, spans: spansOf(units, index) };
}

/** Distinct terms of a part of a reading (unit indexes, end exclusive); what carries no weight is left out. */
export function termsOf(reading: Reading, from = 0, to = reading.units.length): Term[] {
  const terms = new Map<string, Term>();
  const conceptsAt = (first: number, last: number) =>
    reading.spans.filter((span) => span.from <= first && last < span.to).map((span) => span.concept);
  const add = (key: string, weight: number, isPair: boolean, first: number, last: number) => {
    const known = terms.get(key);
    if (weight <= 0 || (known && known.weight >= weight)) return;
    terms.set(key, { key, weight, isPair, concepts: conceptsAt(first, last) });
  };
  const part = reading.units.slice(from, to);
  part.forEach((unit, index) => {
    add(unit.key, unit.weight, false, from + index, from + index);
  });
  for (const pair of pairsOf(part))
    add(pair.key, pair.weight, true, from + pair.first, from + pair.first + 1);
  return [...terms.values()];
}

/** Terms that hardly agree by chance: pairs of Han characters, words of Latin letters, numbers. */
export function tellingTerms(reading: Reading, from?: number, to?: number): Term[] {
  return termsOf(reading, from, to).filter((term) => term.isPair || /[a-z0-9]/.test(term.key));
}

/** Everything that occurs in a part of a reading. */
export function bagOf(reading: Reading, from = 0, to = reading.units.length): Bag {
  const part = reading.units.slice(from, to);
  const keys = new Set(part.map((unit) => unit.key));
  for (const pair of pairsOf(part)) keys.add(pair.key);
  const concepts = new Set(
    reading.spans.filter((span) => span.from >= from && span.to <= to).map((span) => span.concept),
  );
  return { keys, concepts };
}

export function mergeBags(left: Bag, right: Bag): Bag {
  return {
    keys: new Set([...left.keys, ...right.keys]),
    concepts: new Set([...left.concepts, ...right.concepts]),
  };
}

export function occursIn(term: Term, bag: Bag): boolean {
  return bag.keys.has(term.key) || term.concepts.some((concept) => bag.concepts.has(concept));
}

/** Weighted share of the terms that occur in the bag, 0..1; null when there is no weight to share. */
export function recallOf(terms: readonly Term[], bag: Bag): number | null {
  let hit = 0;
  let total = 0;
  for (const term of terms) {
    total += term.weight;
    if (occursIn(term, bag)) hit += term.weight;
  }
  return total > 0 ? hit / total : null;
}

/**
 * The answer with its misspelt or inflected words rewritten to the reference's: "electrial" → "electric".
 * English only; a word is rewritten when it is not itself a word of the reference.
 */
export function alignWords(answer: Reading, reference: Reading): Reading {
  const known = new Set(reference.units.filter((unit) => unit.kind === 'word').map((unit) => unit.key));
  const targets = [...known].filter((key) => key.length >= 4);
  if (targets.length === 0) return answer;
  const rewritten = new Map<string, string>();
  for (const unit of answer.units) {
    if (unit.kind !== 'word' || unit.key.length < 4 || known.has(unit.key) || rewritten.has(unit.key))
      continue;
    const target = targets.find((candidate) => isVariant(unit.key, candidate));
    if (target) rewritten.set(unit.key, target);
  }
  if (rewritten.size === 0) return answer;
  return {
    ...answer,
    units: answer.units.map((unit) => ({ ...unit, key: rewritten.get(unit.key) ?? unit.key })),
  };
}

/** Same word by inflection (long common beginning) or by one slip of the pen. */
export function isVariant(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  const longer = Math.max(left.length, right.length);
  if (left.charAt(0) !== right.charAt(0)) return false;
  let common = 0;
  while (common < shorter && left[common] === right[common]) common++;
  if (common >= 5 && common >= 0.7 * longer) return true;
  return shorter >= 5 && longer - shorter <= 1 && isOneSlip(left, right, common);
}

/** One letter replaced, missing, added, or two neighbours swapped, `common` being the length of the common beginning. */
function isOneSlip(left: string, right: string, common: number): boolean {
  const a = left.slice(common);
  const b = right.slice(common);
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}
