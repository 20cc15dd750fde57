import type { Element, ElementContent, Nodes, Root } from 'hast';

const HEADING = /^h[1-6]$/u;
/** Share of a page's characters that its main part holds at least; with less, the mark is on something else. */
const MAIN_SHARE = 0.5;
/** Rows from which an even table is one of data, whatever its cells hold. */
const ROWS_OF_DATA = 3;
/** Deeper than this nothing is looked for: such markup is no document but an attack. */
export const DEEPEST = 150;

/** Narrows a page to what it calls its main part: its menus and footers are not the document. In place, on a tidied tree. */
export function keepMainPart(tree: Root): void {
  const parts = outermost(
    tree,
    ({ tagName, properties }) => tagName === 'main' || properties.role === 'main',
  );
  const [part] = parts.length > 0 ? parts : outermost(tree, ({ tagName }) => tagName === 'article');
  if (part && textOf(part).trim().length >= MAIN_SHARE * textOf(tree).trim().length) tree.children = [part];
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
  return outermost(table, ({ tagName }) => tagName === 'tr').map((row) =>
    outermost(row, ({ tagName }) => tagName === 'td' || tagName === 'th'),
  );
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
  return { type: 'element', tagName: 'div', properties: {}, children };
}

/** The elements of a kind below a node that lie in no other of that kind. */
function outermost(node: Root | Element, isWanted: (node: Element) => boolean, depth = DEEPEST): Element[] {
  if (depth === 0) return [];
  return (node.children as Nodes[]).flatMap((child) => {
    if (child.type !== 'element') return [];
    return isWanted(child) ? [child] : outermost(child, isWanted, depth - 1);
  });
}

export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
