import { questionLikeness } from './likeness';
import type { Line } from './line';

/** What opens or closes a fence, its quote marks and list markers aside. */
const FENCE = /^(?:`{3,}|~{3,})/u;
/** "A. …", "(b) …": one lettered option. */
const OPTION = /^[(（]?([A-H])[)）.、．:：]\s*\S/iu;
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

/** Questions with their options that stand in a fence, for their looks: takes the fence away. */
export function freeFencedQuestions(lines: readonly Line[]): void {
  for (let start = 0; start < lines.length; start++) {
    const opening = lines[start];
    if (opening?.kind !== 'code' || !opening.isBlockStart || !FENCE.test(opening.text)) continue;
    const end = fenceEnd(lines, start);
    const inner = lines.slice(start + 1, FENCE.test(lines[end - 1]?.text ?? '') ? end - 1 : end);
    if (holdsQuestion(inner)) free(lines.slice(start, end), new Set(inner));
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
