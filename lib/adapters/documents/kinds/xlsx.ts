import { type ReadingIssue, tableOfRows } from '../../../domain/question-bank';
import type { ArchiveEntry } from './archive';
import { type Conversion, NO_ENCODING } from './conversion';
import { type OfficeParts, packParts, partText, readOfficeParts } from './office-parts';
import { conversionIssue, damaged, refusal } from './refusals';

type Cell = string | number | boolean | Date | null | undefined;

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  // As every sheet shows it.
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return cell instanceof Date ? dateText(cell) : String(cell);
}

/** Before this year a sheet has no days: such a cell holds a time alone. */
const FIRST_YEAR = 1901;

/** A day, a time, or both; sheets count days in fractions, which miss a second by a little. */
function dateText(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 1_000) * 1_000);
  const [day = '', clock = ''] = rounded.toISOString().replace('.000Z', '').split('T');
  const time = clock.replace(/:00$/u, '');
  if (rounded.getUTCFullYear() < FIRST_YEAR) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}

/** A formula that no program has worked out yet, as libraries write them. */
const WITHOUT_VALUE = /<f\b(?:[^<>]*\/>|[^<>]*>[^<]*<\/f>)\s*(?:<v\s*\/>|<v>\s*<\/v>)?\s*<\/c>/gu;

function sheetIssues(entries: readonly ArchiveEntry[], parts: OfficeParts): ReadingIssue[] {
  const sheets = [...parts.keys()].filter((path) => path.startsWith('xl/worksheets/'));
  const formulas = sheets.reduce(
    (count, path) => count + (partText(parts, path).match(WITHOUT_VALUE)?.length ?? 0),
    0,
  );
  const hasMacros = entries.some(({ path }) => /vbaProject\.bin$/iu.test(path));
  const message = `${formulas} formulas have no value yet. Open and save the file in a spreadsheet program to have them worked out.`;
  return [
    ...(formulas > 0 ? [conversionIssue('formulas-without-value', message, 'warning')] : []),
    ...(hasMacros ? [conversionIssue('macros-ignored', 'Its macros are ignored.')] : []),
  ];
}

/**
 * Each sheet that holds anything as a table. Formulas count as the value the sheet last showed.
 * Throws AppError invalid: document-damaged, document-unsafe, document-empty and those of an archive.
 */
export async function readXlsx(entries: readonly ArchiveEntry[], name: string): Promise<Conversion[]> {
  const parts = await readOfficeParts(entries, name, (path) => !path.startsWith('word/'));
  const sheets = await readSheets(packParts(parts), name);
  const filled = sheets
    .map(({ sheet, data }) => ({ sheet, rows: data.map((row) => row.map(cellText)) }))
    .filter(({ rows }) => rows.some((row) => row.some((cell) => cell.trim() !== '')));
  if (filled.length === 0)
    throw refusal('document-empty', name, `${name} holds no cell with text. Choose a file that holds text.`);
  const issues = sheetIssues(entries, parts);
  return filled.map(({ sheet, rows }, index) => ({
    name: filled.length === 1 ? name : nameWithPart(name, sheet),
    fileKind: 'xlsx',
    encoding: NO_ENCODING,
    ...tableOfRows(rows),
    issues: index === 0 ? issues : [],
  }));
}

async function readSheets(bytes: Uint8Array, name: string): Promise<{ sheet: string; data: Cell[][] }[]> {
  const { default: readExcelFile } = await import('read-excel-file/universal');
  try {
    const copy = bytes.slice();
    return (await readExcelFile(copy.buffer, { trim: false })) as { sheet: string; data: Cell[][] }[];
  } catch (error) {
    throw damaged(name, 'Excel workbook', error);
  }
}

/** One of several documents of a file: `bank.xlsx` and `LoRA` give `bank - LoRA.xlsx`. */
export function nameWithPart(name: string, part: string): string {
  const extension = /(?<=.)\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  const safe = part.replace(/[\\/]+/gu, '-').trim();
  return `${name.slice(0, name.length - extension.length)} - ${safe}${extension}`;
}
