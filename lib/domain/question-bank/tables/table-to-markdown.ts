import { printMarkdownBank } from '../exchange/print-markdown';
import type { ReadingIssue } from '../model';
import { type ColumnMapping, type Table, tableOf } from './table';
import { entriesOfTable } from './table-entries';

/** Below this a guess is not acted on: a table of measurements must not become questions. A person's choice always is. */
const SURE_ENOUGH = 0.5;

/** Codes of the issues that `tableToMarkdown` raises: those of another mapping are others. */
export const MAPPING_ISSUES: ReadonlySet<string> = new Set(['columns-uncertain', 'row-without-question']);

/**
 * A table as a document: each row a question in our own Markdown, every cell's text to the letter; or, where it is not
 * sure which column holds what, a plain table that a person can map.
 */
export function tableToMarkdown(
  table: Table,
  mapping: ColumnMapping,
  { title }: { title?: string } = {},
): { text: string; issues: ReadingIssue[] } {
  const isSure = mapping.confidence === undefined || mapping.confidence >= SURE_ENOUGH;
  if (!isSure || !mapping.roles.includes('question'))
    return { text: plainTable(table), issues: [uncertain()] };
  const { entries, issues } = entriesOfTable(table, mapping);
  // The rows are gone from the text: the issue's own words say which one it was.
  const onText = issues.map((issue) => ({ ...issue, line: 1 }));
  return { text: printMarkdownBank(entries, title === undefined ? {} : { title }), issues: onText };
}

function uncertain(): ReadingIssue {
  const message = 'It is not clear which column holds the questions. Choose what each column holds.';
  return { code: 'columns-uncertain', severity: 'warning', line: 1, message };
}

function plainTable(table: Table): string {
  const { columns, rows } = tableOf(table.columns, table.rows);
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.trim().replaceAll('|', '\\|').replace(/\r?\n/gu, '<br>')).join(' | ')} |`;
  const head = columns.map((name, index) => name || `${index + 1}`);
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}
