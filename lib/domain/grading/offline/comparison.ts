import { clausesOf, type Slice, sentencesOf } from '../key-points/sentences';
import { shared, wordsOf } from './claims';
import { marksOf } from './polarity';

/** "A 比 B 快", "A is faster than B": what is more, what is less, and of what. */
export interface Comparison extends Slice {
  left: Set<string>;
  right: Set<string>;
  /** Ends of opposite pairs that the comparison names. */
  poles: Set<number>;
  isDenied: boolean;
}

const CHINESE = /^(.*?)(?:相?比(?:较|起)?|相较于?)(?![如例较重])(.+)$/su;
const CHINESE_BETWEEN = /^(.*?)([高低大小多少快慢强弱])于(.+)$/su;
const ENGLISH = /^(.*?\b(?:\w+er|more|less|fewer)\b.*?)\bthan\b(.+)$/isu;

/** Every comparison of a text, one a clause at most. */
export function comparisonsIn(text: string): Comparison[] {
  return sentencesOf(text)
    .flatMap((sentence) => clausesOf(text, sentence))
    .flatMap((clause) => comparisonIn(text.slice(clause.start, clause.end), clause) ?? []);
}

function comparisonIn(clause: string, slice: Slice): Comparison | null {
  const sides = sidesOf(clause);
  if (!sides) return null;
  const marks = marksOf(sides.of);
  const poles = new Set(marks.map(({ pole }) => pole).filter((pole) => pole !== 0));
  const left = namesIn(sides.left);
  const right = namesIn(sides.right);
  if (poles.size === 0 || left.size === 0 || right.size === 0) return null;
  const isDenied = marks.filter(({ pole }) => pole === 0).length % 2 === 1;
  return { ...slice, left, right, poles, isDenied };
}

function sidesOf(clause: string): { left: string; right: string; of: string } | null {
  const between = CHINESE_BETWEEN.exec(clause);
  if (between) {
    const [, left = '', of = '', right = ''] = between;
    return { left, right, of: /[不没]\s*$/.test(left) ? `不${of}` : of };
  }
  const [, left, right] = CHINESE.exec(clause) ?? [];
  if (left !== undefined && right !== undefined) return { left, right, of: right };
  const [, more, less] = ENGLISH.exec(clause) ?? [];
  return more !== undefined && less !== undefined ? { left: more, right: less, of: more } : null;
}

function namesIn(words: string): Set<string> {
  return new Set(wordsOf(words.toLowerCase(), marksOf(words)).map(({ key }) => key));
}

/** Whether one comparison exchanges the sides of the other, or names the other end of what it compares. */
export function isTurnedComparison(said: Comparison, wanted: Comparison): boolean {
  if (said.isDenied !== wanted.isDenied) return false;
  const isSame = [...said.poles].some((pole) => wanted.poles.has(pole));
  const isOther = [...said.poles].some((pole) => wanted.poles.has(-pole));
  const straight = meets(said.left, said.right, wanted.left, wanted.right);
  const crossed = meets(said.left, said.right, wanted.right, wanted.left);
  return (isSame && crossed && !straight) || (isOther && !isSame && straight && !crossed);
}

/** Whether each side shares a word with its counterpart that the opposite side lacks. */
function meets(
  left: ReadonlySet<string>,
  right: ReadonlySet<string>,
  withLeft: ReadonlySet<string>,
  withRight: ReadonlySet<string>,
): boolean {
  return (
    shared(left, withLeft).some((word) => !right.has(word) && !withRight.has(word)) &&
    shared(right, withRight).some((word) => !left.has(word) && !withLeft.has(word))
  );
}
