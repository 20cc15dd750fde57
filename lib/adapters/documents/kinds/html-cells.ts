import { htmlToMarkdown } from './html';

const TAG = /<(\/?)([a-z][a-z\d]*)\b[^<>]*?(\/?)>/giu;
/** What editors of cards and courses write; nobody's code is made of these alone. */
const TAGS = new Set(
  'b strong i em u s p div span br hr ul ol li pre code sub sup table thead tbody tr td th font img a h1 h2 h3 h4 h5 h6 blockquote'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr', 'img']);

/**
 * Cells that are HTML as Markdown, as exports of cards and courses have them. Only where all of a table is: every `<` in it
 * begins a tag, and every tag is closed in its cell. Anything else may be about HTML and stays as it is.
 */
export function withPlainCells(rows: string[][]): string[][] {
  return isMarkup(rows.flat()) ? rows.map((row) => row.map(plainCell)) : rows;
}

/** The same for the words of a JSON value, at any depth. */
export function withPlainWords(value: unknown): unknown {
  return isMarkup(wordsOf(value)) ? mapWords(value) : value;
}

function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsOf) : [];
}

function mapWords(value: unknown): unknown {
  if (typeof value === 'string') return plainCell(value);
  if (Array.isArray(value)) return value.map(mapWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapWords(inner)]));
}

function isMarkup(cells: readonly string[]): boolean {
  return cells.some((cell) => /<br\b|<\/[a-z]/iu.test(cell)) && cells.every(isBalanced);
}

function plainCell(cell: string): string {
  return /[<&]/u.test(cell) ? htmlToMarkdown(cell).text.trim() : cell;
}

function isBalanced(cell: string): boolean {
  const open: string[] = [];
  let isGood = true;
  const rest = cell.replace(TAG, (_all, close: string, given: string, end: string) => {
    const name = given.toLowerCase();
    isGood &&= TAGS.has(name);
    if (close !== '') isGood &&= open.pop() === name;
    else if (end === '' && !VOID.has(name)) open.push(name);
    return '';
  });
  return isGood && open.length === 0 && !rest.includes('<');
}
