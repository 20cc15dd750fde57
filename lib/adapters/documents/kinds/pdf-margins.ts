import { CJK, type PdfLine, type PdfPage } from './pdf-lines';

/** Share of the page's width from which a line tells where its column is. */
const WIDE = 0.3;
/** Font sizes between the left edges of two columns, at least; less is a line that is set in. */
const COLUMN_APART = 5;
/** Share of a column's lines that end at its right edge, at least: words that do not break stick out here and there. */
const AT_EDGE = 0.04;
/** Share of what lies between the margins that full lines take, at least; below, no line of the document is full. */
const FULL = 0.6;
/** What programs leave free at the end of a full line beyond the word that did not fit, in font sizes. */
const ROOM = { chinese: 0.9, western: 0.5 };
/** Signs that no line begins with: they would have gone over with the letter before them. */
const CLOSING = /^[，。、；：！？）】》」』”’…,.;:!?)\]}]+/u;

interface Column {
  left: number;
  right: number;
}

export interface Margins {
  /** Where lines end on the right, by where they begin. */
  rightOf(line: PdfLine): number;
  /** Whether what is lower on a page comes later. */
  isOneColumn: boolean;
}

/** The right edges of a document's columns, as its own lines show them. */
export function marginsOf(pages: readonly PdfPage[], body: number): Margins {
  const width = pages.reduce((most, page) => Math.max(most, page.width), 0);
  const lines = pages.flatMap((page) => page.lines).filter(({ isMonospaced }) => !isMonospaced);
  const wide = lines.filter(({ x, right }) => right - x >= width * WIDE).sort((a, b) => a.x - b.x);
  const left = Math.min(width, least(lines.map(({ x }) => x)));
  const groups: PdfLine[][] = [];
  for (const line of wide) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && line.x - before.x < body * COLUMN_APART) group.push(line);
    else groups.push([line]);
  }
  const mirrored = width - left;
  const columns = groups.map((group) => columnOf(group, body));
  const [only] = columns;
  const isShort = columns.length === 1 && only && only.right - only.left < FULL * (mirrored - left);
  if (only === undefined || isShort) return { rightOf: () => mirrored, isOneColumn: true };
  return {
    rightOf: (line) => (columns.findLast((column) => column.left <= line.x + body) ?? only).right,
    isOneColumn: columns.every(({ left: begin }, index) => begin < (columns[index - 1]?.right ?? width)),
  };
}

function columnOf(group: readonly PdfLine[], body: number): Column {
  const rights = group.map(({ right }) => right).sort((a, b) => b - a);
  const enough = Math.max(2, group.length * AT_EDGE);
  let end = 0;
  const right = rights.find((edge, index) => {
    while (end < rights.length && (rights[end] ?? 0) > edge - body * 1.5) end += 1;
    return end - index >= enough;
  });
  return { left: group[0]?.x ?? 0, right: right ?? rights[0] ?? 0 };
}

/** Whether a line was broken because it was full: the first word of the next one would not have found room. */
export function isWrapped(last: PdfLine, next: PdfLine, right: number): boolean {
  const token = firstToken(next.text);
  const letterWidth = (next.right - next.x) / Math.max(1, weight(next.text));
  const isChinese = CJK.test(token);
  const space = CJK.test(last.text.at(-1) ?? '') || isChinese ? 0 : next.size * 0.25;
  const room = next.size * (isChinese ? ROOM.chinese : ROOM.western);
  return last.right + space + weight(token) * letterWidth * 1.2 + room > right;
}

function firstToken(text: string): string {
  const first = CJK.test(text[0] ?? '')
    ? (text[0] ?? '')
    : (/^[^\s\u2e80-\u9fff\uff00-\uffef]+/u.exec(text)?.[0] ?? '');
  return first + (CLOSING.exec(text.slice(first.length))?.[0] ?? '');
}

/** Widths of letters, a Chinese one being two. */
function weight(text: string): number {
  let sum = 0;
  for (const letter of text) sum += CJK.test(letter) ? 2 : 1;
  return sum;
}

/** The least of many numbers; infinity of none. */
export function least(values: readonly number[]): number {
  return values.reduce((lowest, value) => Math.min(lowest, value), Number.POSITIVE_INFINITY);
}
