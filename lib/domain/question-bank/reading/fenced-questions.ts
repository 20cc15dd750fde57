import { letterOf } from './letters';
import { questionLikeness } from './likeness';
import type { Line } from './line';
import { lineLikeness } from './line-likeness';

/** What opens or closes a fence, its quote marks and list markers aside. */
const FENCE = /^(?:`{3,}|~{3,})/u;
/** "A. …", "(b) …", "□ C. …": one lettered option. */
const OPTION = /^(?:[□☐○◯]\s?)?[(（]?([A-H])[)）.、．:：]\s*\S/iu;
/** A stem ends so, or leaves room for the key. */
const STEM_END = /[?？:：)）。]$/u;

/** Where the fenced listing that begins at `start` ends, its closing fence included. */
function fenceEnd(lines: readonly Line[], start: number): number {
  let end = start + 1;
  const isInside = (line: Line | undefined): boolean =>
    line?.kind === 'blank' || (line?.kind === 'code' && !line.isBlockStart);
  while (isInside(lines[end]) && !FENCE.test(lines[end]?.text ?? '')) end += 1;
  return FENCE.test(lines[end]?.text ?? '') ? end + 1 : end;
}

/** "[ ] …", "- [x] …": a box to tick. */
const BOX = /^(?:[-*+]\s)?\[([ xX])\]\s{0,8}(?=\S)/u;
/** Fewer boxes offer no choice. */
const FEWEST_BOXES = 2;
/** Lines above a fence, empty ones aside, within which the stem of the options in it stands. */
const FAR = 4;

function isStem({ text }: Line): boolean {
  return STEM_END.test(text) || questionLikeness(text) === 1;
}

/** Options lettered from A on, below a line that asks: an exam, whatever language the fence names. */
function holdsQuestion(block: readonly Line[]): boolean {
  const text = block.filter((line) => line.text !== '');
  const first = text.findIndex((line) => OPTION.exec(line.text)?.[1]?.toUpperCase() === 'A');
  const second = OPTION.exec(text[first + 1]?.text ?? '')?.[1]?.toUpperCase();
  return first > 0 && second === 'B' && text.slice(0, first).some(isStem);
}

/** Whether what stands right above a fence asks. */
function isBelowStem(lines: readonly Line[], start: number): boolean {
  let left = FAR;
  for (let at = start - 1; at >= 0 && left > 0; at--) {
    const line = lines[at];
    if (line === undefined || line.kind === 'blank') continue;
    if (line.kind === 'heading') return lineLikeness(line) === 1;
    if (line.kind === 'paragraph' && lineLikeness(line) === 1) return true;
    left -= 1;
  }
  return false;
}

/** Where the options lettered from A on begin that end a listing; -1: it ends otherwise. */
function firstLettered(inner: readonly Line[]): number {
  const filled = inner.filter(({ text }) => text !== '');
  const letterAt = (index: number): string | undefined => OPTION.exec(filled[index]?.text ?? '')?.[1];
  const first = filled.findIndex(
    (_, index) => index > 0 && letterAt(index) === 'A' && letterAt(index + 1) === 'B',
  );
  const last = filled.length - 1;
  const option = filled[first];
  return option !== undefined && letterAt(last) === letterOf(last - first) ? inner.indexOf(option) : -1;
}

/** Where the options begin that a listing offers below its code; -1: it offers none. */
function firstBox(inner: readonly Line[]): number {
  const boxes = inner.filter(({ text }) => BOX.test(text));
  const isDecided = boxes.some(({ text }) => BOX.exec(text)?.[1] !== ' ');
  return boxes.length >= FEWEST_BOXES && isDecided ? inner.findIndex((line) => boxes.includes(line)) : -1;
}

/** Questions with their options that stand in a fence, for their looks, or options alone: takes the fence away. */
export function freeFencedQuestions(lines: readonly Line[]): void {
  for (let start = 0; start < lines.length; start++) {
    const opening = lines[start];
    if (opening?.kind !== 'code' || !opening.isBlockStart || !FENCE.test(opening.text)) continue;
    const end = fenceEnd(lines, start);
    const inner = lines.slice(start + 1, FENCE.test(lines[end - 1]?.text ?? '') ? end - 1 : end);
    const [box, lettered] = [firstBox(inner), firstLettered(inner)];
    if (holdsQuestion(inner)) free(lines.slice(start, end), new Set(inner));
    else if (box >= 0 && isBelowStem(lines, start)) {
      const options = inner.slice(box);
      for (const line of options) line.text = line.text.replace(BOX, '[$1] ');
      free(lines.slice(box === 0 ? start : start + 1 + box, end), new Set(options));
    } else if (lettered >= 0 && isBelowStem(lines, start))
      free(lines.slice(start + 1 + lettered, end), new Set(inner.slice(lettered)));
    start = end - 1;
  }
}

function free(block: readonly Line[], inner: ReadonlySet<Line>): void {
  let isStart = true;
  for (const line of block) {
    if (!inner.has(line)) line.text = '';
    line.kind = line.text === '' ? 'blank' : 'paragraph';
    line.isBlockStart = line.kind === 'paragraph' && isStart;
    isStart = line.kind !== 'paragraph';
  }
}
