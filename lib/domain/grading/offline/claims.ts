import { clausesOf, type Slice, sentencesOf } from '../key-points/sentences';
import { apartFrom, type Mark, marksOf } from './polarity';
import { type Unit, unitsOf } from './units';

/** One end of a pair of opposites as a clause names it, and what it is said of. */
export interface End {
  /** Number of the pair. */
  pair: number;
  /** −1 or 1, a denial before it counted in. */
  side: number;
  /** The words next to it on both sides: "延迟" of "延迟增加". */
  beside: Set<string>;
}

/** A clause as a set of things said or denied; offsets are those of the text. */
export interface Claim extends Slice {
  text: string;
  /** Words of the clause: pairs of Han characters, words of Latin letters. */
  terms: Set<string>;
  denied: Set<string>;
  affirmed: Set<string>;
  ends: End[];
  /** Whether anything is denied in it. */
  hasDenial: boolean;
}

/** Particles and modals that may stand between a denial and what it denies, or between two halves of a word. */
const BESIDE_THE_POINT = new Set([...'能会可以要是有需用应该得被再都才就太很更必须把对在的了']);
/** A denied word follows its denial within so many characters (不会再更新). */
const REACH = 4;
/** What an end of a pair is said of stands as near as this, in Han or in Latin characters ("延迟会增加", "the latency rises"). */
const BESIDE_HAN = 3;
const BESIDE_LATIN = 8;

/** Every clause of a text as a claim. */
export function claimsOf(text: string): Claim[] {
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
  let next = 0;
  for (const denial of denials) {
    while ((words[next]?.start ?? Number.POSITIVE_INFINITY) < denial.end) next++;
    const head = words[next];
    if (head && head.start - denial.end <= REACH) denied.add(head.key);
  }
  const besides = wordsOf(passage, marks);
  const terms = new Set(words.map((word) => word.key));
  return {
    ...slice,
    text: passage,
    terms,
    denied,
    affirmed: new Set([...terms].filter((term) => !denied.has(term))),
    ends: marks
      .filter((mark) => mark.pole !== 0 && !compares(passage, mark))
      .map((mark) => endAt(mark, denials, besides)),
    hasDenial: denials.length > 0,
  };
}

/** "大于" is said of two things at once: comparisons are read apart. */
function compares(passage: string, { end }: Mark): boolean {
  return passage.slice(end - 1, end + 1).includes('于');
}

function endAt(mark: Mark, denials: readonly Mark[], words: readonly Word[]): End {
  const isDenied = denials.some(({ end }) => end <= mark.start && mark.start - end < REACH);
  const before = words.findLast(({ end }) => end <= mark.start);
  const after = words.find(({ start }) => start >= mark.end);
  const near = [before, after].filter((word) => word !== undefined && isBeside(word, mark));
  return {
    pair: Math.abs(mark.pole),
    side: Math.sign(mark.pole) * (isDenied ? -1 : 1),
    beside: new Set(near.flatMap((word) => word?.key ?? [])),
  };
}

function isBeside({ key, start, end }: Word, mark: Mark): boolean {
  return Math.max(start - mark.end, mark.start - end) <= (/[a-z]/i.test(key) ? BESIDE_LATIN : BESIDE_HAN);
}

/** A word with its place in its clause. */
export interface Word extends Slice {
  key: string;
}

/** Words of a passage, those that are turning words themselves left out. */
export function wordsOf(passage: string, turning: readonly Slice[]): Word[] {
  const units = apartFrom(turning, unitsOf(passage)).filter(
    ({ weight, key }) => weight > 0 && !BESIDE_THE_POINT.has(key),
  );
  return units.flatMap((unit, index) => wordAt(unit, units[index + 1]));
}

function wordAt(unit: Unit, next: Unit | undefined): Word[] {
  if (unit.kind !== 'han') return [unit];
  if (next?.kind !== 'han' || next.start !== unit.end) return [];
  return [{ key: unit.key + next.key, start: unit.start, end: next.end }];
}

/** What two sets have in common. */
export function shared(left: ReadonlySet<string>, right: ReadonlySet<string>): string[] {
  return [...left].filter((key) => right.has(key));
}
