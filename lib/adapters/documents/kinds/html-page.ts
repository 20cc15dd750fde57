import type { Element, ElementContent, Root } from 'hast';
import { element, isElement, outermost, textOf } from './html-elements';

const HEADING = /^h[1-6]$/u;
/** Share of a page's characters that its main part holds at least; with less, the mark is on something else. */
const MAIN_SHARE = 0.5;
/** Rows from which an even table is one of data, whatever its cells hold. */
const ROWS_OF_DATA = 3;
/** Narrows a page to what it calls its main part: its menus and footers are not the document. In place, on a tidied tree. */
export function keepMainPart(tree: Root): void {
  const isMain = ({ tagName, properties }: Element) => tagName === 'main' || properties.role === 'main';
  const [main] = outermost(tree, isMain);
  if (main && holdsMost(main, tree)) tree.children = [main];
  const [article] = outermost(tree, ({ tagName }) => tagName === 'article');
  if (article && holdsMost(article, tree)) tree.children = [article];
}

function holdsMost(part: Element, tree: Root): boolean {
  return textOf(part).trim().length >= MAIN_SHARE * textOf(tree).trim().length;
}

/** Whether a table only places things on a page: it has one cell, or holds headings or tables and is no even grid. */
export function isLayout(table: Element): boolean {
  const rows = rowsOf(table);
  if (rows.flat().length === 1) return true;
  const [width = 0] = rows.map((row) => row.length);
  const isGrid =
    rows.length >= ROWS_OF_DATA &&
    width >= 2 &&
    rows.every((row) => row.length === width && row.every(({ properties }) => !isSpanning(properties)));
  return (
    !isGrid && outermost(table, ({ tagName }) => tagName === 'table' || HEADING.test(tagName)).length > 0
  );
}

function isSpanning({ colSpan, rowSpan }: Element['properties']): boolean {
  return Number(colSpan ?? 1) > 1 || Number(rowSpan ?? 1) > 1;
}

function rowsOf(table: Element): Element[][] {
  return outermost(table, ({ tagName }) => tagName === 'tr').map(cellsOf);
}

/** A layout table as what stood in it, row by row: cells of words alone make one line, any others a block each. */
export function withoutLayout(table: Element, blocks: ReadonlySet<string>): Element {
  const rows = rowsOf(table).map((cells) => {
    const isLine = cells.every((cell) => outermost(cell, ({ tagName }) => blocks.has(tagName)).length === 0);
    if (!isLine) return cells.map(({ children }) => block(children));
    return cells.flatMap(({ children }) => [...children, { type: 'text' as const, value: ' ' }]);
  });
  return block(rows.map(block));
}

function block(children: ElementContent[]): Element {
  return element('div', children);
}

/** Columns and rows from which a table may have a title in its first rows. */
const TITLED = { columns: 3, rows: 3 };

/** Rows above the names of the columns in which one cell alone says anything: a title, a date. They are no rows of data. */
export function withTitles(table: Element): { titles: Element[]; rest: Element } {
  const rows = outermost(table, ({ tagName }) => tagName === 'tr');
  const filled = rows.map((row) => cellsOf(row).filter((cell) => textOf(cell).trim() !== ''));
  const width = Math.max(0, ...filled.map((cells) => cells.length));
  const count = filled.findIndex((cells) => cells.length > 1);
  if (count <= 0 || width < TITLED.columns || rows.length - count < TITLED.rows - 1)
    return { titles: [], rest: table };
  const above = new Set(rows.slice(0, count));
  const titles = filled
    .slice(0, count)
    .flatMap((cells) => cells.map(({ children }) => element('p', children)));
  return { titles, rest: without(table, above) };
}

function cellsOf(row: Element): Element[] {
  return outermost(row, ({ tagName }) => tagName === 'td' || tagName === 'th');
}

function without(node: Element, rows: ReadonlySet<Element>): Element {
  const children = node.children
    .filter((child) => !isElement(child) || !rows.has(child))
    .map((child) => (isElement(child, 'tbody', 'thead') ? without(child, rows) : child));
  return { ...node, children };
}
