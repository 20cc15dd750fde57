import { joinPieces, type PdfLine } from './pdf-lines';
import { isWrapped } from './pdf-margins';

/** A table as it is printed: cells row by row. */
export interface PdfTable {
  rows: string[][];
  /** Height of its first line. */
  top: number;
  last: PdfLine;
}

interface Cell {
  lines: PdfLine[];
  x: number;
  right: number;
}

interface Row {
  cells: Cell[];
  pieces: PdfLine[];
}

/** Lines between two cells of one row, at most, that the second begins above the first: cells may be centred. */
const HIGHEST = 12;
const OPTION = /^[（(]?[A-H][.、．:：)）]/u;
const NUMBERED = /^(?:\d{1,4}[.、．)）]|[Qq]\d|[一二三四五六七八九十]{1,3}、)/u;

/**
 * The tables among the pieces of a page, and the lines between them. Cells are written one after the other, each whole: a piece
 * that goes up and to the right begins the next cell, and one that goes back to the left begins a row.
 */
export function withTables(pieces: readonly PdfLine[]): (PdfLine | PdfTable)[] {
  const rows = rowsOf(pieces);
  const result: (PdfLine | PdfTable)[] = [];
  let loose: PdfLine[] = [];
  for (let at = 0; at < rows.length; ) {
    const [run, found] = tableAt(rows, at);
    if (found === null) {
      loose.push(...(rows[at]?.pieces ?? []));
      at += 1;
      continue;
    }
    result.push(...joinPieces(loose), ...found);
    loose = [];
    at += run.length;
  }
  return [...result, ...joinPieces(loose)];
}

function rowsOf(pieces: readonly PdfLine[]): Row[] {
  const rows: Row[] = [];
  for (const piece of pieces) {
    const row = rows.at(-1);
    const cell = row?.cells.at(-1);
    const last = cell?.lines.at(-1);
    if (!row || !cell || !last) rows.push(newRow(piece));
    else if (isNextCell(row, cell, last, piece)) addCell(rows, row, piece);
    else if (isNextLine(cell, last, piece) && (row.cells.length > 1 || cell.lines.length < 6)) {
      cell.lines.push(piece);
      cell.right = Math.max(cell.right, piece.right);
      cell.x = Math.min(cell.x, piece.x);
      row.pieces.push(piece);
    } else rows.push(newRow(piece));
  }
  return rows;
}

function newRow(piece: PdfLine): Row {
  return { cells: [newCell(piece)], pieces: [piece] };
}

function newCell(piece: PdfLine): Cell {
  return { lines: [piece], x: piece.x, right: piece.right };
}

function isNextCell(row: Row, cell: Cell, last: PdfLine, piece: PdfLine): boolean {
  const top = Math.max(...row.cells.map(({ lines }) => lines[0]?.y ?? 0));
  return (
    piece.x > cell.right + piece.size * 0.3 &&
    piece.y > last.y - piece.size * 0.5 &&
    piece.y < top + piece.size * HIGHEST
  );
}

function isNextLine(cell: Cell, last: PdfLine, piece: PdfLine): boolean {
  const gap = last.y - piece.y;
  const isBelow = gap > piece.size * 0.5 && gap < piece.size * 2.2;
  return isBelow && piece.x < cell.right && piece.right > cell.x && piece.x > cell.x - piece.size * 0.5;
}

/** What stands above the second cell in the first one was no cell of this row. */
function addCell(rows: Row[], row: Row, piece: PdfLine): void {
  const [first] = row.cells;
  if (row.cells.length === 1 && first) {
    const above = first.lines.filter((line) => line.y > piece.y + piece.size * 0.6);
    if (above.length > 0 && above.length < first.lines.length) {
      const rest = first.lines.slice(above.length);
      rows.splice(-1, 1, ...above.map(newRow));
      const [head, ...others] = rest;
      if (head === undefined) return;
      const next = newRow(head);
      for (const line of others) {
        next.cells[0]?.lines.push(line);
        next.pieces.push(line);
      }
      const cell = next.cells[0];
      if (cell) cell.right = Math.max(...rest.map(({ right }) => right));
      next.cells.push(newCell(piece));
      next.pieces.push(piece);
      rows.push(next);
      return;
    }
  }
  row.cells.push(newCell(piece));
  row.pieces.push(piece);
}

/** More rows than a page has. */
const MOST_ROWS = 200;

/** The table that begins at a row, with rows of one cell in it if they fit, without them if they do not. */
function tableAt(rows: readonly Row[], at: number): [readonly Row[], (PdfLine | PdfTable)[] | null] {
  const whole = runAt(rows.slice(at, at + MOST_ROWS));
  const width = whole[0]?.cells.length ?? 0;
  if (width < 2) return [whole, null];
  const other = whole.findIndex((row) => row.cells.length !== width);
  for (const run of other < 0 ? [whole] : [whole, whole.slice(0, other)]) {
    const found = tableOf(run);
    if (found !== null) return [run, found];
  }
  return [whole, null];
}

/** Rows of several cells up to the last such; a row with one cell in it may lie between them. */
function runAt(rows: readonly Row[]): readonly Row[] {
  let end = 0;
  for (const [index, { cells }] of rows.entries()) {
    if (cells.length > 1) end = index + 1;
    else if (index > end) break;
  }
  return rows.slice(0, end);
}

/** A run of rows as a table, or as columns that were written line by line; null when it is neither. */
function tableOf(run: readonly Row[]): (PdfLine | PdfTable)[] | null {
  const cells = run.flatMap((row) => row.cells);
  const most = Math.max(0, ...run.map((row) => row.cells.length));
  if (most < 2 || run.length < (most === 2 ? 3 : 2) || (run[0]?.cells.length ?? 0) < 2) return null;
  const columns = columnsOf(cells);
  if (columns.length !== most) return null;
  if (cells.some(({ lines }) => OPTION.test(lines[0]?.text ?? ''))) return null;
  const pieces = run.flatMap((row) => row.pieces);
  if (pieces.filter(({ isMonospaced }) => isMonospaced).length > pieces.length / 2) return null;
  const grid = run.map((row) =>
    columns.map((column) =>
      row.cells.find((cell) => cell.x >= column.x - 1 && cell.right <= column.right + 1),
    ),
  );
  const isNumbers = grid.every((row) => /^[\d.\s]*$/u.test(row[1]?.lines[0]?.text ?? ''));
  if (most === 2 && isNumbers) return null;
  if (isText(grid))
    return columns.flatMap((_, index) => joinPieces(grid.flatMap((row) => row[index]?.lines ?? [])));
  const last = pieces.at(-1);
  if (last === undefined) return null;
  return [
    {
      rows: grid.map((row) => row.map((cell, index) => cellText(cell, columns[index]?.right ?? 0))),
      top: Math.max(...pieces.map(({ y }) => y)),
      last,
    },
  ];
}

/** Where cells overlap they are of one column. */
function columnsOf(cells: readonly Cell[]): { x: number; right: number }[] {
  const columns: { x: number; right: number }[] = [];
  for (const { x, right } of [...cells].sort((a, b) => a.x - b.x)) {
    const last = columns.at(-1);
    if (last && x < last.right) last.right = Math.max(last.right, right);
    else columns.push({ x, right });
  }
  return columns;
}

/** Whether two columns are running text: in both of them some lines are numbered, and the others are what belongs to those. */
function isText(grid: readonly (Cell | undefined)[][]): boolean {
  if (grid[0]?.length !== 2) return false;
  return [0, 1].every((index) => {
    const texts = grid.flatMap((row) => (row[index] ? [row[index].lines[0]?.text ?? ''] : []));
    const numbered = texts.filter((text) => NUMBERED.test(text)).length;
    return numbered > 0 && numbered <= texts.length / 2;
  });
}

function cellText(cell: Cell | undefined, right: number): string {
  const lines = joinPieces(cell?.lines ?? []);
  return lines
    .map((line, index) => {
      const before = lines[index - 1];
      const text = line.text.replaceAll('|', '\\|');
      if (before === undefined) return text;
      if (!isWrapped(before, line, right)) return `<br>${text}`;
      return /[\u2e80-\u9fff\uff00-\uffef]$/u.test(before.text) || /^[\u2e80-\u9fff\uff00-\uffef]/u.test(text)
        ? text
        : ` ${text}`;
    })
    .join('');
}
