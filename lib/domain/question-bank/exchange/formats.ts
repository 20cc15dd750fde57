import { parseAnkiBank, printAnkiBank } from './anki-bank';
import { parseCsvBank, printCsvBank } from './csv-bank';
import type { BankEntry, BankParse, ExportFormat } from './entry';
import { parseJsonBank, printJsonBank } from './json-bank';
import { parseMarkdownBank } from './parse-markdown';
import { printMarkdownBank } from './print-markdown';

/** How a format is written, and what its files are called. */
interface Format {
  extension: string;
  mediaType: string;
  print(entries: readonly BankEntry[], options: { title?: string }): string;
}

export const EXPORT_FORMATS: Record<ExportFormat, Format> = {
  markdown: { extension: 'md', mediaType: 'text/markdown', print: printMarkdownBank },
  json: { extension: 'json', mediaType: 'application/json', print: printJsonBank },
  csv: { extension: 'csv', mediaType: 'text/csv', print: printCsvBank },
  anki: { extension: 'txt', mediaType: 'text/plain', print: printAnkiBank },
};

/** Reads any of our own exports, told by its header; null when the text is none. Never throws. */
export function parseBank(text: string): BankParse | null {
  return parseMarkdownBank(text) ?? parseJsonBank(text) ?? parseCsvBank(text) ?? parseAnkiBank(text);
}
