import type { SpanScan } from './spans';

/** A run of whole lines, 0-based, `end` exclusive. */
export interface Piece {
  start: number;
  end: number;
}

/**
 * Sizes in characters. remark grows worse than linearly (measured: 1 MB 8 s, 5 MB 67 s; in pieces of some 10 kB
 * linear), so a piece ends at the first heading after `HEADING`, the first paragraph or outermost list item after
 * `PARAGRAPH`, and at any line after `ANY`.
 */
const HEADING = 4_000;
const PARAGRAPH = 8_000;
const ANY = 24_000;

function mayCut(sources: readonly string[], scan: SpanScan, index: number, size: number): boolean {
  if (size >= ANY) return true;
  if (scan.isInside[index]) return false;
  const source = sources[index] ?? '';
  if (size >= HEADING && /^#{1,6}\s/.test(source)) return true;
  const isFreshParagraph = (sources[index - 1] ?? '').trim() === '' && /^[^\s>\-*+|<\d]/.test(source);
  // Between two items of an outermost list: each half parses as a list of its own.
  const isItem = /^(?:[-*+]|\d{1,9}[.)])[ \t]/.test(source);
  return size >= PARAGRAPH && (isFreshParagraph || isItem);
}

/** Cuts the document at top-level boundaries outside fences, formulas and raw HTML. */
export function cutPieces(sources: readonly string[], scan: SpanScan): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let size = 0;
  for (let index = 0; index < sources.length; index++) {
    if (index > start && mayCut(sources, scan, index, size)) {
      pieces.push({ start, end: index });
      start = index;
      size = 0;
    }
    size += (sources[index] ?? '').length + 1;
  }
  pieces.push({ start, end: sources.length });
  return pieces;
}
