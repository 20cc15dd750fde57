import { clausesOf, type Slice, sentencesOf } from '../key-points/sentences';
import { areOpposed, type Polarity, polarityOf } from './polarity';
import { pairsOf, unitsOf } from './units';

/** A passage prepared for comparing polarity: its turning words, and the wording that is left without them. */
export interface Statement extends Slice {
  polarity: Polarity;
  /** Content terms of what is left. */
  wording: Set<string>;
}

/** A passage below this many content terms is too short to say that it denies anything. */
const FEWEST_TERMS = 2;
/** Share of common wording (Dice) above which two passages are taken to speak of the same thing. */
export const SAME_WORDING = 0.62;

/** Statements of a text at both grains: whole sentences and their clauses. */
export function statementsOf(text: string): Statement[] {
  return sentencesOf(text).flatMap((sentence) => {
    const clauses = clausesOf(text, sentence);
    return (clauses.length > 1 ? [sentence, ...clauses] : [sentence]).map((slice) =>
      statementAt(text, slice),
    );
  });
}

export function statementAt(text: string, slice: Slice): Statement {
  const polarity = polarityOf(text.slice(slice.start, slice.end));
  const units = unitsOf(polarity.rest);
  const wording = new Set(units.filter((unit) => unit.weight > 0).map((unit) => unit.key));
  for (const pair of pairsOf(units)) if (pair.weight > 0.4) wording.add(pair.key);
  return { ...slice, polarity, wording };
}

/** Dice overlap of two sets of terms, 0..1. */
export function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  if (left.size < FEWEST_TERMS || right.size < FEWEST_TERMS) return 0;
  let common = 0;
  for (const key of left) if (right.has(key)) common++;
  return (2 * common) / (left.size + right.size);
}

/**
 * The statement of the answer that denies what the point says: worded alike, turned round, while nothing else in the
 * answer says it as the point does just as closely.
 */
export function denialOf(point: readonly Statement[], answer: readonly Statement[]): Statement | null {
  let denial: Statement | null = null;
  let closest = 0;
  let affirmed = 0;
  for (const said of answer) {
    for (const wanted of point) {
      const like = likeness(wanted.wording, said.wording);
      if (like < SAME_WORDING) continue;
      if (!areOpposed(wanted.polarity, said.polarity)) affirmed = Math.max(affirmed, like);
      else if (like > closest) {
        closest = like;
        denial = said;
      }
    }
  }
  return closest > affirmed ? denial : null;
}
