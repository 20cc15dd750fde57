import type { PdfLine, PdfPage } from './pdf-lines';

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
    // On two pages the same words in the margin of both say as much.
    return (
      (count >= 3 && count >= pages.length * 0.4) ||
      (count === 2 && pages.length === 2 && isMargin(line, page))
    );
  };
  return pages.map((page) => {
    const atEdge = new Set(edges(page));
    const isNumber = (line: PdfLine) =>
      isMargin(line, page) && (PAGE_NUMBER.test(line.text) || PRINTED.test(line.text));
    const heights = [...atEdge].filter(isNumber).map(({ y }) => y);
    const isBesideNumber = (line: PdfLine) =>
      isMargin(line, page) && heights.some((y) => Math.abs(y - line.y) < line.size * 0.3);
    const isEdge = (line: PdfLine) =>
      atEdge.has(line) && (isBesideNumber(line) || (isRepeated(line, page) && !isTableHead(line, page)));
    return { ...page, lines: page.lines.filter((line) => !isEdge(line)) };
  });
}

/** The pieces of the outermost lines; a page of one line has no edge but it. */
function edges({ lines }: PdfPage): PdfLine[] {
  const heights = [...new Set(lines.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
  const outer = new Set([...heights.slice(0, EDGE_LINES), ...heights.slice(EDGE_LINES).slice(-EDGE_LINES)]);
  return lines.filter(({ y }) => outer.has(Math.round(y)));
}

/** Names of columns, said again on each page: each of them stands over a cell of the next line. */
function isTableHead(line: PdfLine, { lines }: PdfPage): boolean {
  const row = lines.filter(({ y }) => Math.abs(y - line.y) < 2);
  const below = lines.reduce((top, { y }) => (y < line.y - 2 ? Math.max(top, y) : top), 0);
  const next = lines.filter(({ y }) => Math.abs(y - below) < 2);
  return row.length > 1 && row.every(({ x }) => next.some((cell) => Math.abs(cell.x - x) < line.size));
}

function isMargin(line: PdfLine, { height }: PdfPage): boolean {
  return line.y < height * 0.1 || line.y > height * 0.9;
}

function edgeKey(line: PdfLine, { height }: PdfPage): string {
  return `${line.y > height / 2 ? 'top' : 'bottom'} ${line.text.replace(/\d+/gu, '#').replace(/\s+/gu, '')}`;
}
