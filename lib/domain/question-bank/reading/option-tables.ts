import type { Line } from './line';
import { type FoundOption, readOptionText } from './option-line';
import { readSigns } from './option-signs';
import { tableCells } from './table-cells';

/** A table whose cells are the options of one question: lines [start, end), 0-based. */
export interface OptionTable {
  start: number;
  end: number;
  style: 'table';
  options: FoundOption[];
  /** The head says so: "编号 | 选项". */
  isNamed: boolean;
}

/** A choice has at least two options and rarely more than these. */
const FEWEST = 2;
const MOST = 8;
/** Rows of such a table, the head and the line below it included. */
const MOST_ROWS = MOST + 2;
const RULE = /^[\s|:-]+$/u;
const HEAD = /^(?:选项|答案选项|备选答案|选项内容|options?|choices?)$/iu;
const LETTER = /^[(（[]?([A-H])[.、．:：)）\]]?$/u;

/** "A, B, C, …", each once, in the order of the letters wherever their cells stand. */
function inOrder(options: readonly FoundOption[]): FoundOption[] | null {
  const sorted = [...options].sort((a, b) => a.label.localeCompare(b.label));
  const letters = sorted.map((option) => option.label).join('');
  const isWhole = letters === 'ABCDEFGH'.slice(0, letters.length) && letters.length >= FEWEST;
  return isWhole && sorted.every((option) => option.text !== '') ? sorted : null;
}

/** "| A. x | B. y |": an option in every cell. */
function fromCells(rows: readonly string[][]): FoundOption[] | null {
  const cells = rows.flat().filter((cell) => cell !== '');
  if (cells.length > MOST) return null;
  const options = cells.flatMap((cell) => {
    const read = readOptionText(cell, null);
    return read?.style === 'letter' && read.options.length === 1 ? read.options : [];
  });
  return options.length === cells.length ? inOrder(options) : null;
}

/** "| A | x |": the letter in one column, its words in the next. */
function fromColumns(rows: readonly string[][]): FoundOption[] | null {
  if (rows.length > MOST || rows.some((row) => row.length !== 2)) return null;
  const options = rows.flatMap(([first = '', second = '']) => {
    const letter = readSigns(first);
    const label = LETTER.exec(letter.text)?.[1];
    const words = readSigns(second);
    const isDenied = letter.isDenied || words.isDenied;
    const isMarked = letter.isMarked || words.isMarked;
    return label === undefined
      ? []
      : [{ label, text: words.text, isMarked, ...(isDenied ? { isDenied } : {}) }];
  });
  return options.length === rows.length ? inOrder(options) : null;
}

/** The table that begins at a line, where its cells are options; null where they are something else. */
export function readOptionTable(lines: readonly Line[], start: number): OptionTable | null {
  if (lines[start]?.kind !== 'table' || lines[start]?.isBlockStart !== true) return null;
  let end = start + 1;
  while (lines[end]?.kind === 'table' && lines[end]?.isBlockStart === false) end += 1;
  if (end - start > MOST_ROWS) return null;
  const rows = lines.slice(start, end).filter((line) => !RULE.test(line.source));
  const cells = rows.map((line) => tableCells(line.source));
  const [head = [], ...body] = cells;
  const isNamed = head.some((cell) => HEAD.test(cell.replace(/[*_]/gu, '')));
  const options =
    fromCells(cells) ?? fromColumns(cells) ?? (isNamed || isEmpty(head) ? fromColumns(body) : null);
  return options === null ? null : { start, end, style: 'table', options, isNamed };
}

function isEmpty(row: readonly string[]): boolean {
  return row.every((cell) => cell === '');
}
