import Papa from 'papaparse';
import type { ReadingIssue } from '../model';
import { BANK_MARK, type BankEntry, type BankParse, checkEntry, plainLines } from './entry';
import { keyPointItem, linesCodec, optionItem, textItem } from './items';
import { readTable, type TableRow } from './table';

const EXACT_COLUMN = `viva:${BANK_MARK}`;
const COLUMNS = ['Front', 'Back', 'Tags', EXACT_COLUMN];

function joined(blocks: readonly (string | undefined)[]): string {
  return plainLines(blocks.filter((block) => block !== undefined && block !== '').join('\n\n'));
}

function frontOf(entry: BankEntry): string {
  return joined([entry.stem, entry.context, entry.options && linesCodec(optionItem).write(entry.options)]);
}

function backOf(entry: BankEntry): string {
  const { correct, answer, explanation, keyPoints, mistakes } = entry;
  return joined([
    correct && `正确答案：${correct}`,
    answer,
    explanation && `解析：\n${explanation}`,
    keyPoints?.length ? `要点：\n${linesCodec(keyPointItem).write(keyPoints)}` : undefined,
    mistakes?.length ? `常见错误：\n${linesCodec(textItem).write(mistakes)}` : undefined,
  ]);
}

/** Anki parts tags by spaces and nests them by `::`. */
function tagsOf({ topics, tags = [] }: BankEntry): string {
  const plain = (tag: string) => tag.trim().replace(/[\s:]+/gu, '_');
  return [topics.map(plain).filter(Boolean).join('::'), ...tags.map(plain)].filter(Boolean).join(' ');
}

/**
 * A bank as text that Anki imports as it is: cards with front, back and tags. The last column, which Anki leaves out
 * when the note type has no field for it, holds the entry to the letter.
 */
export function printAnkiBank(entries: readonly BankEntry[]): string {
  const head = ['#separator:tab', '#html:false', `#columns:${COLUMNS.join('\t')}`, '#tags column:3'];
  const rows = entries.map((entry) => [frontOf(entry), backOf(entry), tagsOf(entry), JSON.stringify(entry)]);
  // All quoted: Anki takes a line that begins with # for a remark.
  const body =
    rows.length === 0 ? '' : `${Papa.unparse(rows, { delimiter: '\t', newline: '\n', quotes: true })}\n`;
  return `${head.join('\n')}\n${body}`;
}

/** The lines at the beginning that say how the rest is to be read; null when none of them names our own column. */
function readHead(lines: readonly string[]): { size: number; columns: string[] } | null {
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const size = end < 0 ? lines.length : end;
  const columns = lines
    .slice(0, size)
    .find((line) => line.startsWith('#columns:'))
    ?.slice('#columns:'.length)
    .split('\t');
  return columns?.includes(EXACT_COLUMN) ? { size, columns } : null;
}

/** Reads our own Anki text by its exact column. Null when it is none of ours. Never throws. */
export function parseAnkiBank(text: string): BankParse | null {
  if (!/^\ufeff?#/u.test(text)) return null;
  const lines = plainLines(text).split('\n');
  const head = readHead(lines);
  if (head === null) return null;
  const { rows, issues } = readTable(lines.slice(head.size).join('\n'), '\t', head.size + 1);
  const parse: BankParse = { format: 'anki', entries: [], lines: [], issues };
  for (const row of rows) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const entry = readRow(row, head.columns, issues);
    if (entry === null) continue;
    parse.entries.push(entry);
    parse.lines.push(row.lines);
  }
  return parse;
}

function readRow(
  { cells, lines }: TableRow,
  columns: readonly string[],
  issues: ReadingIssue[],
): BankEntry | null {
  const report = (code: string, message: string) =>
    issues.push({ code, severity: 'warning', line: lines.start, message });
  const cell = (column: string) => cells[columns.indexOf(column)] ?? '';
  const entry = checkEntry(readJson(cell(EXACT_COLUMN)), EXACT_COLUMN, report);
  const [front, back] = [cell('Front'), cell('Back')];
  if (entry === null) {
    // The card itself is still there.
    return front === '' && back === '' ? null : { kind: 'open', stem: front, answer: back, topics: [] };
  }
  if (front !== frontOf(entry) || back !== backOf(entry))
    report('exact-outdated', 'The card was edited; it was read as its exact column says.');
  return entry;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Reported by whoever checks the value.
    return undefined;
  }
}
