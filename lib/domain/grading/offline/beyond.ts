import type { PreparedAnswer } from './answer';
import type { ConceptSpan } from './concepts';
import { isFieldTerm, type Reading } from './reading';

/**
 * What an answer asserts that neither question nor reference speaks of. Nobody can tell from words alone whether it is
 * true; but who is wrong in words of his own mostly is so by bringing in other things of the field, and by saying of
 * everything, or demanding, what a reference says of something.
 */
export interface Beyond {
  /** Terms of the field that it has in common with question or reference. */
  knownTerms: number;
  /** Share of the answer's terms of the field that stand in neither question nor reference, 0..1. */
  strayTerms: number;
  /** Different words of overclaiming, of kinds that stand in neither, per 50 units of the answer. */
  overclaims: number;
}

/** Known terms that are taken as said, so that one stray term is a remark and no other story. */
const TERMS_TAKEN_AS_SAID = 2;
const PER_UNITS = 50;
/** An answer of fewer units counts as one of so many. */
const FEWEST_UNITS = 25;

/** Measures an answer against everything that question and references speak of. */
export function beyondOf({ reading }: Pick<PreparedAnswer, 'reading'>, onTopic: Reading): Beyond {
  const { stray, known } = fieldTermsOf(reading, onTopic);
  const kinds = OVERCLAIMS.filter((kind) => !onTopic.text.match(kind));
  const words = new Set(kinds.flatMap((kind) => reading.text.match(kind) ?? []));
  return {
    knownTerms: known,
    strayTerms: stray / (stray + known + TERMS_TAKEN_AS_SAID),
    overclaims: (PER_UNITS * words.size) / Math.max(FEWEST_UNITS, reading.units.length),
  };
}

/** How many terms of the field a text holds that the other one holds as well, and how many that it does not. */
function fieldTermsOf({ spans }: Reading, onTopic: Reading): { stray: number; known: number } {
  const topics = new Set(onTopic.spans.map(({ concept }) => concept));
  const known = spans.filter(({ concept }) => topics.has(concept));
  const told = new Set(known.flatMap(({ from, to }) => unitsBetween(from, to)));
  // "学习率" in "学习率预热" is no other thing where the longer term is known.
  const stray = spans.filter(({ from, to }) => unitsBetween(from, to).some((unit) => !told.has(unit)));
  return { stray: fieldTermsIn(stray), known: fieldTermsIn(known) };
}

function unitsBetween(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, offset) => from + offset);
}

function fieldTermsIn(spans: readonly ConceptSpan[]): number {
  return new Set(spans.map(({ concept }) => concept).filter(isFieldTerm)).size;
}

/**
 * Words that claim of all, always, only, more, or as a must, what a reference may say of some; one pattern a kind. In seven
 * sets by different writers each kind stands two to ten times as often in answers that were estimated too high as in good
 * ones; students of one real course used them alike, right or wrong, which is why they cost little.
 */
const OVERCLAIMS = [
  /所有|全部|任何|任意|一律/gu,
  /完全|彻底|绝对|根本|毫无/gu,
  /必须|必然|只能|唯一|只要/gu,
  /永远|从来|从不|总是/gu,
  /不需要|不用|无需|不必|无须|没必要/gu,
  /没有?(?:任何)?关系|无关/gu,
  /越[^，。；,;\n]{1,8}越/gu,
  /更[大快多高好强小慢少低]/gu,
  /(?<!不)需要|应该(?!是|会|说)|应当/gu,
];
