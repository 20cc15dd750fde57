/** A run of characters as PDF places it; lengths in points, `y` upwards from the bottom of the page. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Font size. */
  size: number;
  isMonospaced: boolean;
}

/** Runs on one height, joined. */
export interface PdfLine {
  text: string;
  x: number;
  /** Where it ends on the right. */
  right: number;
  y: number;
  size: number;
  isMonospaced: boolean;
}

export interface PdfPage {
  height: number;
  lines: PdfLine[];
}

export const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** Share of the font size that two runs may lie apart in height and still be one line (indices stand off by a third). */
const SAME_HEIGHT = 0.45;
/** A gap between runs from which a space is meant; narrower ones are kerning. */
const SPACE = 0.22;

/** Lines in reading order, which is the order in which they were written: columns stay whole. */
export function linesOf(runs: readonly PdfRun[]): PdfLine[] {
  const lines: PdfLine[] = [];
  let current: PdfLine | null = null;
  for (const run of runs) {
    if (run.text === '') continue;
    if (current !== null && continues(current, run)) extend(current, run);
    else if (run.text.trim() !== '') {
      current = {
        text: run.text,
        x: run.x,
        right: run.x + run.width,
        y: run.y,
        size: run.size,
        isMonospaced: run.isMonospaced,
      };
      lines.push(current);
    }
  }
  return lines.map((line) => ({ ...line, text: line.text.trim() }));
}

function continues(line: PdfLine, run: PdfRun): boolean {
  const size = Math.max(line.size, run.size);
  return Math.abs(line.y - run.y) <= size * SAME_HEIGHT && run.x >= line.right - size * 2;
}

function extend(line: PdfLine, run: PdfRun): void {
  const gap = run.x - line.right;
  const isApart = gap > line.size * SPACE && !/\s$/u.test(line.text) && !/^\s/u.test(run.text);
  const isCjk = CJK.test(line.text.at(-1) ?? '') && CJK.test(run.text[0] ?? '');
  // Between Chinese characters only a gap as wide as a character says anything.
  const space = isApart && (!isCjk || gap > line.size * 0.9) ? ' ' : '';
  if (run.text.trim() !== '') line.isMonospaced &&= run.isMonospaced;
  line.text += space + run.text;
  line.right = Math.max(line.right, run.x + run.width);
  line.size = Math.max(line.size, run.size);
}

/** Lines at the edge of a page that are looked at for headers and footers. */
const EDGE_LINES = 2;
const PAGE_NUMBER =
  /^[\s\-–—|·•]*(?:第\s*)?(?:page\s*)?(\d{1,4}|[ivxlc]{1,6})(?:\s*页)?(?:\s*(?:[/／]|of|共)\s*\d{1,4}(?:\s*页)?)?[\s\-–—|·•]*$/iu;

/** What browsers print in the margin: an address, a date. */
const PRINTED =
  /^(?:(?:https?|file):\/\/\S+|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+\d{1,2}:\d{2}(?:\s*[AP]M)?)(?:\s.*)?$/iu;

/** Takes headers, footers and page numbers off: what stands at the same edge of most pages, figures aside. */
export function withoutEdges(pages: readonly PdfPage[]): PdfPage[] {
  const seen = new Map<string, number>();
  for (const page of pages)
    for (const key of new Set(edges(page).map((line) => edgeKey(line, page))))
      seen.set(key, (seen.get(key) ?? 0) + 1);
  const isRepeated = (line: PdfLine, page: PdfPage) => {
    const count = seen.get(edgeKey(line, page)) ?? 0;
    return count >= 3 && count >= pages.length * 0.4;
  };
  return pages.map((page) => {
    const atEdge = new Set(edges(page));
    const isEdge = (line: PdfLine) =>
      atEdge.has(line) &&
      (isRepeated(line, page) ||
        (isMargin(line, page) && (PAGE_NUMBER.test(line.text) || PRINTED.test(line.text))));
    return { ...page, lines: page.lines.filter((line) => !isEdge(line)) };
  });
}

function edges({ lines }: PdfPage): PdfLine[] {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return [...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(EDGE_LINES).slice(-EDGE_LINES)];
}

function isMargin(line: PdfLine, { height }: PdfPage): boolean {
  return line.y < height * 0.1 || line.y > height * 0.9;
}

function edgeKey(line: PdfLine, { height }: PdfPage): string {
  return `${line.y > height / 2 ? 'top' : 'bottom'} ${line.text.replace(/\d+/gu, '#').replace(/\s+/gu, '')}`;
}
