import Papa from 'papaparse';
import { readCell, writeCell } from './cells';
import { BANK_MARK, type BankEntry, type BankParse, checkEntry, ENTRY_FIELDS } from './entry';
import { readTable, type TableRow } from './table';

/** The first column says, in its header and in every row, that the table is ours. */
const MARK_COLUMN = 'viva';

/**
 * A bank as CSV (RFC 4180, with the byte order mark without which spreadsheets take UTF-8 for something else): a
 * column per field, lists one item a line.
 */
export function printCsvBank(entries: readonly BankEntry[]): string {
  const rows = entries.map((entry) => [
    BANK_MARK,
    ...ENTRY_FIELDS.map((field) => writeCell(field, entry[field])),
  ]);
  return `\ufeff${Papa.unparse([[MARK_COLUMN, ...ENTRY_FIELDS], ...rows], { newline: '\r\n' })}\r\n`;
}

const OWN = /^\ufeff?"?viva"?([,;\t])"?[a-zA-Z]+"?(?:\1|[\r\n]|$)/u;

/**
 * Reads our own CSV, also after a spreadsheet wrote it again (other separators, order of columns). Null when it is none
 * of ours. Never throws.
 */
export function parseCsvBank(text: string): BankParse | null {
  const delimiter = OWN.exec(text)?.[1];
  if (delimiter === undefined) return null;
  const { rows, issues } = readTable(text, delimiter);
  const [header, ...body] = rows;
  const columns = header?.cells.map((cell) => cell.trim()) ?? [];
  const parse: BankParse = { format: 'csv', entries: [], lines: [], issues };
  for (const [index, row] of body.entries()) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const report = (code: string, message: string) =>
      issues.push({ code, severity: 'warning', line: row.lines.start, message });
    const entry = checkEntry(valuesOf(row, columns, report), `row ${index + 2}`, report);
    if (entry === null) continue;
    parse.entries.push(entry);
    parse.lines.push(row.lines);
  }
  return parse;
}

function valuesOf(
  row: TableRow,
  columns: readonly string[],
  report: (code: string, message: string) => void,
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [index, cell] of row.cells.entries()) {
    const column = columns[index] ?? '';
    const field = ENTRY_FIELDS.find((name) => name === column);
    if (field !== undefined) {
      const value = readCell(field, cell, (message) => report('odd-item', `${column}: ${message}`));
      if (value !== undefined) values[field] = value;
    } else if (column === MARK_COLUMN) {
      if (cell.trim() !== BANK_MARK)
        report(
          'unknown-version',
          `Row ${row.lines.start} was written as “${cell.trim().slice(0, 20)}”; it was read as ${BANK_MARK}.`,
        );
    } else if (cell.trim() !== '') {
      report(
        'unknown-column',
        `“${cell.trim().slice(0, 80)}” stands in column “${column}”, which is none of ours; it was left out.`,
      );
    }
  }
  return values;
}
