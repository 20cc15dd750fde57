import Papa from 'papaparse';
import { guessMapping, type Table, tableOfRows } from '../../../domain/question-bank';
import type { Conversion, DecodedText } from './conversion';
import { withPlainCells } from './html-cells';
import { conversionIssue } from './refusals';

const DELIMITERS = [',', '\t', ';', '|', '，', '；'];
/** A sheet that is wider is no question bank. */
const MOST_COLUMNS = 200;

function rowsOf(text: string, delimiter: string): { rows: string[][]; broken: number } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy' });
  const broken = errors.filter(({ type }) => type === 'Quotes').length;
  return { rows: data.map((row) => row.slice(0, MOST_COLUMNS)), broken };
}

/** How well a delimiter fits: the share of rows that have the commonest number of cells, if that is more than one. */
function evenness(rows: readonly string[][]): number {
  const widths = new Map<number, number>();
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [1, 0];
  return width < 2 ? 0 : count / rows.length + Math.min(width, 12) / 1_000;
}

/** Rows that tell whether a text is a table. */
const SAMPLE_ROWS = 50;

/** Whether every row has a tab; a cell in quotation marks may hold several lines. */
export function isTabbed(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const { data, errors } = Papa.parse<string[]>(sample, {
    delimiter: '\t',
    skipEmptyLines: 'greedy',
    preview: SAMPLE_ROWS,
  });
  const isCut = sample.length < text.length && data.length < SAMPLE_ROWS;
  const rows = isCut ? data.slice(0, -1) : data;
  return rows.length >= 2 && errors.length === 0 && rows.every((row) => row.length > 1);
}

/**
 * CSV or TSV as a table, the delimiter told from the content; null when it has but one column: then it is plain text.
 * `isSure`: the name says that it is a table; otherwise every row must have as many cells as the others, and ask.
 */
export function readDelimited(
  { text, encoding, name }: DecodedText,
  { isSure }: { isSure: boolean },
): Conversion | null {
  const best = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: evenness(rowsOf(text.slice(0, 200_000), delimiter).rows),
  })).reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score < (isSure ? 0.3 : 0.98)) return null;
  const { rows, broken } = rowsOf(text, best.delimiter);
  const { table, title } = tableOfRows(withPlainCells(rows));
  if (!isSure && !holdsQuestions(table)) return null;
  const issues =
    broken > 0
      ? [
          conversionIssue(
            'broken-quotes',
            `${broken} cells have quotation marks that do not match.`,
            'warning',
          ),
        ]
      : [];
  return { name, fileKind: 'csv', encoding, table, ...(title !== undefined && { title }), issues };
}

/** Text between tabs that does not ask is read as text: it may be code, or a list of figures. */
function holdsQuestions(table: Table): boolean {
  const { confidence = 0 } = guessMapping(table);
  return confidence >= 0.5;
}
