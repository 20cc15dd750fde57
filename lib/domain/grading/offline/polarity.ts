import type { Slice } from '../key-points/sentences';
import { OPPOSITES } from './opposites';

/**
 * Polarity: whether two statements about the same thing say the opposite. Two signals, both read from text whose wording
 * is otherwise close: a negation on one side only, or the two ends of a pair of opposites.
 */

/** Expressions that hold a negation character but deny nothing. */
const NO_DENIAL =
  /优缺点|不仅|不但|不只|不光|不断|不同|不一样|不过|不管|不论|无论|不久|差不多|不得不|非常|没错|无疑|不妨|不免|不难|未来|无监督|非线性|非结构化|无向|不等式|除非|不然|莫非|能不能|是不是|可不可以|会不会|有没有|需不需要|not only|not just|no longer than|no matter|whether or not|not necessarily/giu;

/** Names that hold one end of a pair and turn nothing: what is pre-trained may well be frozen. */
const NO_TURN = /预训练|训练(?:集|数据|样本|语料|阶段|过程|时|中|前|后|步)/gu;

const DENIAL_ZH =
  /不行|不是|不会|不能|不可以|不可|不需要|不需|不用|不必|不应该|不应|没有|没|无法|无需|无须|并非|并不|不再|未曾|尚未|不|无(?![线穷限])|未|非(?=[是])|毫无/gu;
const DENIAL_EN =
  /\b(?:not|no|never|none|nor|neither|without|cannot|can't|cant|don't|dont|doesn't|doesnt|didn't|isn't|isnt|aren't|arent|wasn't|won't|wont|shouldn't|wouldn't|couldn't|haven't|hasn't|unable|fails? to|instead of)\b/gi;

/** A word that turns a statement, by offsets into the text as given. */
export interface Mark extends Slice {
  /** 0 for a denial; ±n for an end of opposite pair n. */
  pole: number;
}

const OPPOSITE = compileOpposites();

function compileOpposites(): { pattern: RegExp; sides: Map<string, number> } {
  const sides = new Map<string, number>();
  OPPOSITES.forEach(([first, second], index) => {
    for (const word of first) if (!sides.has(word)) sides.set(word, index + 1);
    for (const word of second) if (!sides.has(word)) sides.set(word, -(index + 1));
  });
  const words = [...sides.keys()].sort((a, b) => b.length - a.length);
  const source = words.map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word)).join('|');
  return { pattern: new RegExp(source, 'giu'), sides };
}

/** "No, …" answers the question and denies nothing in its own sentence. */
const VERDICT_OPENING = /^\s*(?:no|not really|否|不|不是|不对|错)(?=\s*[,，.。:：；;])/iu;

/** Every turning word of a text, in order; expressions that only look like denials are passed over. */
export function marksOf(text: string): Mark[] {
  const plain = text
    .replace(/’/g, "'")
    .replace(VERDICT_OPENING, (kept) => '\u0000'.repeat(kept.length))
    .replace(NO_DENIAL, (kept) => '\u0000'.repeat(kept.length))
    .replace(NO_TURN, (kept) => '\u0000'.repeat(kept.length));
  const marks: Mark[] = [];
  const rest = plain.replace(OPPOSITE.pattern, (word, offset: number) => {
    marks.push({
      start: offset,
      end: offset + word.length,
      pole: OPPOSITE.sides.get(word.toLowerCase()) ?? 0,
    });
    return '\u0000'.repeat(word.length);
  });
  for (const pattern of [DENIAL_ZH, DENIAL_EN]) {
    for (const match of rest.matchAll(pattern))
      marks.push({ start: match.index, end: match.index + match[0].length, pole: 0 });
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** What does not overlap any of the marks; both in the order of their text. */
export function apartFrom<Part extends Slice>(marks: readonly Slice[], parts: readonly Part[]): Part[] {
  let next = 0;
  return parts.filter((part) => {
    while ((marks[next]?.end ?? Number.POSITIVE_INFINITY) <= part.start) next++;
    const mark = marks[next];
    return !mark || mark.start >= part.end;
  });
}

/** A denied end of a pair is its other end: "冻结，不更新" says one thing twice. */
function settled(marks: readonly number[]): number[] {
  const ends: number[] = [];
  for (const mark of marks) {
    if (mark !== 0 && ends.at(-1) === 0) ends.splice(-1, 1, -mark);
    else ends.push(mark);
  }
  return ends;
}

/** Whether what stands at one place turns round what stands at the other: an odd number of turns lies between them. */
export function areOpposed(leftMarks: readonly number[], rightMarks: readonly number[]): boolean {
  const [left, right] = [settled(leftMarks), settled(rightMarks)];
  const denials = (ends: readonly number[]) => ends.filter((end) => end === 0).length;
  let turns = Math.abs(denials(left) - denials(right));
  // Who names both ends ("more here, less there") says no less of the one than who names it alone.
  const namesBoth = (end: number) => left.includes(-end) && right.length < left.length;
  for (const end of left)
    if (end !== 0 && right.includes(-end) && !right.includes(end) && !namesBoth(end)) turns++;
  return turns % 2 === 1;
}
