import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { tableOfRows } from '../../../domain/question-bank';
import type { ArchiveEntry } from './archive';
import { type Conversion, NO_ENCODING } from './conversion';
import { isElement } from './html-elements';
import { partText, readOfficeParts } from './office-parts';
import { damaged, encrypted, refusal } from './refusals';
import { nameWithPart } from './xlsx';

const MIMETYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const CONTENT = 'content.xml';
const MANIFEST = 'META-INF/manifest.xml';

/** A sheet says how often a row or cell repeats; more cells than these are no bank of questions but an attack. */
const MOST_CELLS = 1_000_000;
/** The widest sheet that any program makes; a longer row also is more than one call can be given. */
const MOST_COLUMNS = 16_384;

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** Whether an archive is an OpenDocument spreadsheet, which says so in its first entry. */
export async function isOds(entries: readonly ArchiveEntry[]): Promise<boolean> {
  const type = entries.find(({ path }) => path === 'mimetype');
  if (!type || type.size > 200 || !entries.some(({ path }) => path === CONTENT)) return false;
  return Buffer.from(await type.read())
    .toString('latin1')
    .startsWith(MIMETYPE);
}

/**
 * Each sheet that holds anything as a table, its cells as the sheet shows them (OpenDocument 1.3 part 3, chapter 9).
 * Throws AppError invalid: document-encrypted, document-damaged, document-unsafe, document-empty, document-too-complex and
 * those of an archive.
 */
export async function readOds(entries: readonly ArchiveEntry[], name: string): Promise<Conversion[]> {
  const parts = await readOfficeParts(entries, name, (path) => path === CONTENT || path === MANIFEST);
  if (partText(parts, MANIFEST).includes('encryption-data')) throw encrypted(name);
  const xml = partText(parts, CONTENT);
  if (!xml.includes('<office:spreadsheet')) throw damaged(name, 'OpenDocument spreadsheet');
  const sheets = elementsIn(parseXml(xml), 'table:table');
  const filled = sheets
    .map((sheet) => ({ sheet: attribute(sheet, 'table:name'), rows: rowsOf(sheet, name) }))
    .filter(({ rows }) => rows.length > 0);
  if (filled.length === 0)
    throw refusal('document-empty', name, `${name} holds no cell with text. Choose a file that holds text.`);
  return filled.map(({ sheet, rows }) => ({
    name: filled.length === 1 ? name : nameWithPart(name, sheet),
    fileKind: 'xlsx',
    encoding: NO_ENCODING,
    ...tableOfRows(rows),
    issues: [],
  }));
}

/** HTML's parser knows no elements that end where they begin, so these are given an end. */
function parseXml(xml: string): Root {
  return parser.parse(xml.replace(/<([\w:-]+)((?:\s[^<>]*?)?)\/>/gu, '<$1$2></$1>'));
}

function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  return value === undefined || value === null ? '' : String(value);
}

/** The outermost elements of a name. */
function elementsIn(node: Root | Element, name: string): Element[] {
  return (node.children as RootContent[]).flatMap((child) => {
    if (!isElement(child)) return [];
    return child.tagName === name ? [child] : elementsIn(child, name);
  });
}

/** Rows without the empty ones, each without the empty cells at its end. */
function rowsOf(sheet: Element, name: string): string[][] {
  const rows: string[][] = [];
  let cells = 0;
  for (const element of elementsIn(sheet, 'table:table-row')) {
    const row = cellsOf(element, name);
    if (row.length === 0) continue;
    const times = repeated(element, 'table:number-rows-repeated');
    cells += row.length * times;
    if (cells > MOST_CELLS) throw tooManyCells(name);
    for (let time = 0; time < times; time += 1) rows.push(row);
  }
  return rows;
}

function cellsOf(row: Element, name: string): string[] {
  const cells: string[] = [];
  let empty = 0;
  for (const cell of row.children) {
    if (!isElement(cell, 'table:table-cell', 'table:covered-table-cell')) continue;
    const times = repeated(cell, 'table:number-columns-repeated');
    const text = cell.tagName === 'table:table-cell' ? cellText(cell) : '';
    if (text.trim() === '') {
      // What only fills the sheet to its edge is never written out.
      empty += times;
      continue;
    }
    if (cells.length + empty + times > MOST_COLUMNS) throw tooManyCells(name);
    cells.push(...Array<string>(empty).fill(''), ...Array<string>(times).fill(text));
    empty = 0;
  }
  return cells;
}

function repeated(element: Element, name: string): number {
  const count = Number(attribute(element, name) || 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
}

function tooManyCells(name: string): Error {
  const message = `${name} repeats its cells more often than any list of questions does. It is not read.`;
  return refusal('document-too-complex', name, message);
}

/** The paragraphs of a cell on lines of their own, without notes that are pinned to it. */
function cellText(cell: Element): string {
  return cell.children
    .filter((child) => isElement(child, 'text:p', 'text:h', 'text:list'))
    .map(shownText)
    .join('\n');
}

function shownText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (!isElement(node) || node.tagName === 'office:annotation') return '';
  if (node.tagName === 'text:s') return ' '.repeat(Math.min(repeated(node, 'text:c'), 100));
  if (node.tagName === 'text:tab') return '\t';
  if (node.tagName === 'text:line-break') return '\n';
  return node.children.map(shownText).join('');
}
