/** Rows of one kind: of a CSV file, a sheet, JSON records, notes of a flashcard collection. All cells are text. */
export interface Table {
  /** Names of the columns; '' where the file gives none. */
  columns: string[];
  /** One cell per column each. */
  rows: string[][];
  /** It goes on from another table of the same file: the file's first row is there. */
  isContinued?: boolean;
}

/** What a column holds. Several `option` columns are A, B, C … in their order. */
export const COLUMN_ROLES = [
  'question',
  'context',
  'answer',
  'option',
  'options',
  'correct',
  'explanation',
  'topic',
  'tags',
  'difficulty',
  'key-points',
  'mistakes',
  'ignored',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Which column holds what: guessed, shown, and changed by a person. */
export interface ColumnMapping {
  /** One per column. */
  roles: ColumnRole[];
  /** Whether the file's first row is data like the others, and no names of columns; absent: as the table was read. */
  isFirstRowData?: boolean;
  /** 0..1: how sure the guess is; absent when a person has chosen. */
  confidence?: number;
}

/** Makes a table of rows of any length; empty rows and columns without a single cell are left out. */
export function tableOf(columns: readonly string[], rows: readonly (readonly string[])[]): Table {
  const width = rows.reduce((most, row) => Math.max(most, row.length), columns.length);
  const kept = Array.from({ length: width }, (_, index) => index).filter(
    (index) => columns[index]?.trim() || rows.some((row) => row[index]?.trim()),
  );
  return {
    columns: kept.map((index) => (columns[index] ?? '').trim()),
    rows: rows
      .filter((row) => row.some((cell) => cell.trim() !== ''))
      .map((row) => kept.map((index) => row[index] ?? '')),
  };
}

/** The first rows, for a preview: cells cut at `longest` characters. */
export function sampleOf(table: Table, rows: number, longest: number): Table {
  return {
    columns: table.columns,
    rows: table.rows
      .slice(0, rows)
      .map((row) => row.map((cell) => (cell.length > longest ? `${cell.slice(0, longest)}…` : cell))),
  };
}

/** The rows that hold data, by what a person says of the file's first one. */
export function dataRows(
  { columns, rows, isContinued = false }: Table,
  { isFirstRowData }: ColumnMapping,
): readonly string[][] {
  const hasNames = hasColumnNames(columns);
  if (isContinued || isFirstRowData === undefined || isFirstRowData === !hasNames) return rows;
  return hasNames ? [columns, ...rows] : rows.slice(1);
}

export function hasColumnNames(columns: readonly string[]): boolean {
  return columns.some((name) => name !== '');
}
