import { questionLikeness } from './likeness';
import { becomeSection, type Line } from './line';
import { readMark } from './marks';

/** Fewer are a slip of the numbers. */
const FEWEST = 2;
/** Characters of a section's title. */
const LONGEST_TITLE = 60;
const NUMBERED = /^\d{1,3}(?:\.\d{1,3}){0,3}[.、\s]\s*\S/u;

/** The number at the beginning of a line of body text: [2, 1] for "2.1 …", [1] for "1.0 …"; empty where there is none. */
function numberOf(line: Line | undefined): number[] {
  if (line?.kind !== 'paragraph' || line.lists > 1 || line.quotes > 0 || !NUMBERED.test(line.text)) return [];
  const { kind, path } = readMark(line.text, false);
  if (kind !== 'decimal' && kind !== 'dotted') return [];
  return path.at(-1) === 0 ? path.slice(0, -1) : path;
}

function isBelow(inner: readonly number[], outer: readonly number[]): boolean {
  return (
    outer.length > 0 &&
    inner.length === outer.length + 1 &&
    inner.at(-1) === 1 &&
    outer.every((part, at) => inner[at] === part)
  );
}

function isTitle(line: Line): boolean {
  const { title } = readMark(line.text, false);
  return title.length <= LONGEST_TITLE && !/[。.:：；;]$/u.test(title) && questionLikeness(title) < 1;
}

/**
 * "2. Basics" with nothing below it but "2.1 What is …?": lines whose number goes on one level deeper at once are the
 * titles of sections. Makes headings of them.
 */
export function markOutlineHeads(lines: readonly Line[]): void {
  const heads: Line[] = [];
  let last: { line: Line; number: number[] } | null = null;
  let isApart = false;
  for (const line of lines) {
    if (line.kind === 'blank' || line.kind === 'rule') {
      isApart = true;
      continue;
    }
    const number = numberOf(line);
    if (last !== null && isApart && isBelow(number, last.number) && isTitle(last.line)) heads.push(last.line);
    last = number.length === 0 ? null : { line, number };
    isApart = false;
  }
  if (heads.length < FEWEST) return;
  for (const line of heads) {
    becomeSection(line);
  }
}
