import Papa from 'papaparse';
import type { LineRange, ReadingIssue } from '../model';
import { plainLines } from './entry';

export interface TableRow {
  cells: string[];
  lines: LineRange;
}

/** A broken quote can break every row behind it; so many are told. */
const MOST_ISSUES = 20;

/** Rows of delimited text with RFC 4180 quotes, and where they stand. `firstLine`: the 1-based line of the text's beginning. */
export function readTable(
  text: string,
  delimiter: string,
  firstLine = 1,
): { rows: TableRow[]; issues: ReadingIssue[] } {
  const found = Papa.parse<string[]>(plainLines(text).replace(/\n+$/u, ''), { delimiter, newline: '\n' });
  let line = firstLine;
  const rows = found.data.map((cells) => {
    const start = line;
    // A line end inside a cell is one of the file too.
    line += cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1);
    return { cells, lines: { start, end: line - 1 } };
  });
  const issues = found.errors.slice(0, MOST_ISSUES).map(({ row, message }): ReadingIssue => {
    const place = rows[Math.min(row ?? 0, rows.length - 1)];
    return { code: 'bad-table', severity: 'warning', line: place?.lines.start ?? firstLine, message };
  });
  return { rows, issues };
}
