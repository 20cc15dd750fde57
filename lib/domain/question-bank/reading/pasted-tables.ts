import { questionLikeness } from './likeness';
import type { Line } from './line';
import { readMark } from './marks';
import { namesColumns } from './table-questions';

/** Fewer rows are no table. */
const FEWEST_ROWS = 2;
/** Share of rows whose first cell asks that makes questions of them. */
const ASKING = 0.6;

const columnsOf = (line: Line | undefined): number =>
  line?.kind === 'paragraph' ? line.source.trimEnd().split('\t').length : 0;

function asks(lines: readonly Line[]): boolean {
  const firsts = lines.map((line) => readMark(line.source.split('\t')[0]?.trim() ?? '', false).title);
  return firsts.filter((cell) => questionLikeness(cell) === 1).length >= lines.length * ASKING;
}

/**
 * Rows pasted from a spreadsheet or a deck of cards, cells parted by tabs: makes a table of lines that have two columns
 * or more where the first line names a column of questions, or the first cells ask.
 */
export function markPastedTables(lines: readonly Line[]): void {
  for (let start = 0; start < lines.length; start++) {
    if (columnsOf(lines[start]) < 2) continue;
    let end = start + 1;
    while (columnsOf(lines[end]) >= 2) end += 1;
    const rows = lines.slice(start, end);
    const isNamed = rows.length >= FEWEST_ROWS && namesColumns(rows[0]?.source ?? '');
    if (rows.length >= FEWEST_ROWS && (isNamed || asks(rows)))
      for (const [position, row] of rows.entries()) {
        row.kind = 'table';
        row.isBlockStart = position === 0;
      }
    start = end - 1;
  }
}
