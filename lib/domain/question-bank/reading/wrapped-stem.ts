import type { Label } from './labels';
import { endsInQuestionMark } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';

/** Lines that a stem breaks over, and characters that it may have. */
const MOST_LINES = 6;
const LONGEST_STEM = 400;
/** Characters of a line that ends where the margin is, not where its sentence does. */
const FULL_LINE = 45;
/** The same where no question mark says that the sentence goes on. */
const SURELY_FULL = 60;

const ENDS_SENTENCE = /[.。!！?？:：;；][)）」”"'’*_`]*$/u;
const WIDE = /[\u3040-\u30ff\u4e00-\u9fff]/u;

/** Whether a line stands in the middle of a paragraph: no block, item, label, number or heading begins on it. */
function isContinuation(lines: readonly Line[], labels: readonly (Label | null)[], index: number): boolean {
  const line = lines[index];
  if (line?.kind !== 'paragraph' || line.isBlockStart || line.item !== null || labels[index] != null)
    return false;
  return readMark(line.text, false).kind === 'none' && !line.text.startsWith('[');
}

/** "… in version" over "3.79.1 have this bug": a number that stands at the margin by chance begins nothing. */
export function isInsideSentence(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  const above = lines[index - 1];
  if (line?.kind !== 'paragraph' || line.isBlockStart || line.item !== null || above?.kind !== 'paragraph')
    return false;
  const isOpen = above.text.length >= FULL_LINE && !ENDS_SENTENCE.test(above.text) && !WIDE.test(above.text);
  return isOpen && /^[\p{Ll},(]/u.test(readMark(line.text, false).title);
}

/**
 * Where a stem's lines end (exclusive): a sentence that a margin broke runs on to its question mark, or to the end of its
 * paragraph. Chinese is not broken so, and a short line is a line by itself.
 */
export function wrappedStemEnd(
  lines: readonly Line[],
  labels: readonly (Label | null)[],
  index: number,
): number {
  let size = 0;
  for (let at = index; at < Math.min(index + MOST_LINES, lines.length); at++) {
    const text = lines[at]?.text ?? '';
    size += text.length;
    if (size > LONGEST_STEM || WIDE.test(text)) break;
    if (at > index && endsInQuestionMark(text)) return at + 1;
    const goesOn = isContinuation(lines, labels, at + 1);
    if (at > index && !goesOn) return isBroken(lines, index, at) ? at + 1 : index + 1;
    if (!goesOn || ENDS_SENTENCE.test(text) || text.length < FULL_LINE) break;
  }
  return index + 1;
}

/** Whether every line before the last is full and the next goes on in small letters. */
function isBroken(lines: readonly Line[], start: number, last: number): boolean {
  return lines
    .slice(start, last)
    .every(
      ({ text }, offset) =>
        text.length >= SURELY_FULL && /^\P{Lu}/u.test(lines[start + offset + 1]?.text ?? ''),
    );
}
