import { tableOfRows } from '../../../domain/question-bank';
import type { ArchiveEntry } from './archive';
import { type Conversion, NO_ENCODING } from './conversion';
import { packParts, readOfficeParts } from './office-parts';
import { conversionIssue, damaged, refusal } from './refusals';

type Cell = string | number | boolean | Date | null | undefined;

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  return cell.toISOString().replace(/T00:00:00\.000Z$/u, '');
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
  const hasMacros = entries.some(({ path }) => /vbaProject\.bin$/iu.test(path));
  return filled.map(({ sheet, rows }) => ({
    name: filled.length === 1 ? name : nameWithPart(name, sheet),
    fileKind: 'xlsx',
    encoding: NO_ENCODING,
    ...tableOfRows(rows),
    issues: hasMacros ? [conversionIssue('macros-ignored', 'Its macros are ignored.')] : [],
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
