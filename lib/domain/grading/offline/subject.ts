import { type Slice, sentencesOf } from '../key-points/sentences';
import type { PreparedAnswer } from './answer';
import { isTalk } from './fillers';
import { type Bag, occursIn, stretchesOf, type Term, tellingTerms } from './reading';

/** A sentence of an answer and how far it speaks of what was asked. */
export interface SentenceSubject {
  /** Number of telling terms. */
  size: number;
  /** Their weight together, and the share of it that stands in question or reference, 0..1. */
  weight: number;
  weightedShare: number;
  /** The units it holds, end exclusive. */
  from: number;
  to: number;
  /** Somebody telling how he came to it, not what it is. */
  isTalk: boolean;
}

function weightOf(terms: readonly Term[]): number {
  return terms.reduce((sum, term) => sum + term.weight, 0);
}

/** Each sentence of an answer measured against question and reference. */
export function subjectsOf({ original, reading: answer }: PreparedAnswer, subject: Bag): SentenceSubject[] {
  let last = 0;
  return stretchesOf(answer, sentencesOf(answer.text)).map(({ end, from, to }) => {
    const terms = tellingTerms(answer, from, to);
    const [weight, shared] = [weightOf(terms), weightOf(terms.filter((term) => occursIn(term, subject)))];
    // As typed: of a sentence that is talk, clauses may have been blanked.
    const typed = original.slice(last, end);
    last = end;
    return {
      from,
      to,
      size: terms.length,
      weight,
      weightedShare: weight === 0 ? 0 : shared / weight,
      isTalk: isTalk(typed),
    };
  });
}

/** Share of telling terms found in question or reference: of a text about something else, and of one on the subject. */
const FOUND_BY_CHANCE = 0.1;
const FOUND_ON_SUBJECT = 0.4;
const FOUND = Math.log(FOUND_ON_SUBJECT / FOUND_BY_CHANCE);
const NOT_FOUND = Math.log((1 - FOUND_ON_SUBJECT) / (1 - FOUND_BY_CHANCE));

/** The stretch of an answer that speaks of the subject most. */
export interface Passage extends Slice {
  /** Logarithm of how much likelier it is to be about the subject than about something else. */
  evidence: number;
  /** Units it holds, end exclusive; all of them when nothing is on the subject. */
  from: number;
  to: number;
}

/**
 * The best stretch of clauses (largest sum of log odds, as in sequence alignment: Karlin and Altschul 1990). What is said
 * before and after it counts neither way, and what is said twice counts once.
 */
export function passageOnSubject({ reading, clauses }: PreparedAnswer, subject: Bag): Passage {
  let best: Passage = { evidence: 0, from: 0, to: reading.units.length, start: 0, end: reading.text.length };
  let open = { evidence: 0, from: 0, start: 0 };
  const said = new Set<string>();
  for (const { from, to, start, end } of clauses) {
    if (open.evidence <= 0) open = { evidence: 0, from, start };
    for (const term of tellingTerms(reading, from, to)) {
      if (said.has(term.key)) continue;
      said.add(term.key);
      open.evidence += occursIn(term, subject) ? FOUND : NOT_FOUND;
    }
    if (open.evidence > best.evidence) best = { ...open, to, end };
  }
  return best;
}
