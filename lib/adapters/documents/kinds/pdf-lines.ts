import { mayBeCode } from './fonts';

/** A run of characters as PDF places it; lengths in points, `y` upwards from the bottom of the page. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Font size. */
  size: number;
  isMonospaced: boolean;
  isBold: boolean;
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
  isBold: boolean;
  /** How many of its first characters are bold. */
  boldLead: number;
}

export interface PdfPage {
  width: number;
  height: number;
  lines: PdfLine[];
}

export const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

/** Share of the font size that two runs may lie apart in height and still be one line (indices stand off by a third). */
const SAME_HEIGHT = 0.45;
/** A gap between runs from which a space is meant; narrower ones are kerning. */
const SPACE = 0.22;
/** A gap in font sizes from which what follows may be the next cell of a table. */
export const CELL_GAP = 0.8;

/** The number or bullet of an item, and how far in font sizes its words may stand from it. */
const LABEL =
  /^\s*(?:[（(]?(?:\d{1,3}|[a-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[.)）、．]|[•▪●■◆◦○–·-])\s*$/iu;
const LABEL_GAP = 3;
/** How a line of code begins that is all words. */
const COMMENT = /^\s*(?:#|\/\/|--|\/\*|\*\s|"""|''')/u;

interface Piece extends PdfLine {
  /** Letters that say something of the width of their font: Chinese ones are of one width in any. */
  narrow: number;
  typed: number;
  letters: number;
  bold: number;
  /** Whether every run so far was bold. */
  leads: boolean;
}

/** Pieces of lines in the order in which they were written: columns stay whole, and cells of tables apart. */
export function piecesOf(runs: readonly PdfRun[]): PdfLine[] {
  const pieces: Piece[] = [];
  let current: Piece | null = null;
  for (const run of runs) {
    if (run.text.trim() === '') {
      // A space that the library measured between two places is a gap, one that was written is a letter.
      if (current !== null && run.text !== '' && run.width <= current.size * CELL_GAP) current.text += ' ';
      continue;
    }
    const gap = current !== null && LABEL.test(current.text) ? LABEL_GAP : CELL_GAP;
    if (current !== null && continues(current, run, gap)) extend(current, run);
    else {
      current = begun(run);
      pieces.push(current);
    }
  }
  return pieces.map(({ narrow, typed, letters, bold, leads: _leads, ...line }) => ({
    ...line,
    text: line.text.trim(),
    isMonospaced:
      line.isMonospaced && typed >= narrow * 0.8 && (mayBeCode(line.text) || COMMENT.test(line.text)),
    isBold: letters > 0 && bold === letters,
  }));
}

/** Pieces on one height as one line. */
export function joinPieces(pieces: readonly PdfLine[]): PdfLine[] {
  const lines: PdfLine[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const isBeside =
      last !== undefined && Math.abs(last.y - piece.y) <= Math.max(last.size, piece.size) * SAME_HEIGHT;
    if (!isBeside || piece.x < last.right - last.size) lines.push({ ...piece });
    else {
      last.text += spaceBetween(last, piece) + piece.text;
      last.right = Math.max(last.right, piece.right);
      last.size = Math.max(last.size, piece.size);
      last.isMonospaced &&= piece.isMonospaced;
      last.isBold &&= piece.isBold;
    }
  }
  return lines;
}

function begun(run: PdfRun): Piece {
  const indent = run.text.length - run.text.trimStart().length;
  const piece = {
    text: run.text,
    x: run.x + (indent / run.text.length) * run.width,
    right: run.x + run.width,
    y: run.y,
    size: run.size,
    // Code begins as code; words with code among them may hold more of it than of words.
    isMonospaced: run.isMonospaced,
    isBold: false,
    narrow: 0,
    typed: 0,
    letters: 0,
    bold: 0,
    boldLead: 0,
    leads: true,
  };
  weigh(piece, run);
  lead(piece, run);
  return piece;
}

function weigh(piece: Piece, run: PdfRun): void {
  const narrow = run.text.replace(/[\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+/gu, '').length;
  const letters = run.text.replace(/[^\p{L}\p{N}]+/gu, '').length;
  piece.narrow += narrow;
  piece.typed += run.isMonospaced ? narrow : 0;
  piece.letters += letters;
  piece.bold += run.isBold ? letters : 0;
}

function lead(piece: Piece, run: PdfRun): void {
  piece.leads &&= run.isBold || !/[\p{L}\p{N}]/u.test(run.text);
  if (piece.leads && run.isBold) piece.boldLead = piece.text.trim().length;
}

function continues(line: PdfLine, run: PdfRun, gap: number): boolean {
  const size = Math.max(line.size, run.size);
  return (
    Math.abs(line.y - run.y) <= size * SAME_HEIGHT &&
    run.x >= line.right - size * 2 &&
    run.x <= line.right + size * gap
  );
}

function extend(line: Piece, run: PdfRun): void {
  const space = spaceBetween(line, run);
  weigh(line, run);
  line.text += space + run.text;
  lead(line, run);
  line.right = Math.max(line.right, run.x + run.width);
  line.size = Math.max(line.size, run.size);
}

function spaceBetween(line: PdfLine, next: { text: string; x: number }): string {
  const gap = next.x - line.right;
  const isApart = gap > line.size * SPACE && !/\s$/u.test(line.text) && !/^\s/u.test(next.text);
  const isCjk = CJK.test(line.text.at(-1) ?? '') && CJK.test(next.text[0] ?? '');
  // Between Chinese characters only a gap as wide as a character says anything.
  return isApart && (!isCjk || gap > line.size * 0.9) ? ' ' : '';
}

/** Lines from the top of a page down; what stands on one height goes from left to right. */
export function sortedLines(lines: readonly PdfLine[]): PdfLine[] {
  const rows: PdfLine[][] = [];
  for (const line of [...lines].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row && first && first.y - line.y <= Math.max(first.size, line.size) * SAME_HEIGHT) row.push(line);
    else rows.push([line]);
  }
  return joinPieces(rows.flatMap((row) => row.sort((a, b) => a.x - b.x)));
}
