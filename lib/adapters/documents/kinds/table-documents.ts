import {
  type ColumnMapping,
  guessMapping,
  splitTable,
  type Table,
  tableToMarkdown,
} from '../../../domain/question-bank';
import type { OpenedDocument } from '../../../ports';
import type { TableConversion } from './conversion';
import { conversionIssue, refusal } from './refusals';
import { nameWithPart } from './xlsx';

export type Opened = Extract<OpenedDocument, { state: 'opened' }>;

/** A table as one document, or, where that would be larger than one may be, as several. */
export function tableDocuments(conversion: TableConversion, maxBytes: number): Opened[] {
  const { name, table, isFlashcards } = conversion;
  if (table.rows.length === 0)
    throw refusal('document-empty', name, `${name} holds no rows below its column names.`);
  const guess = guessMapping(table);
  const mapping = isFlashcards ? { ...guess, confidence: Math.max(0.9, guess.confidence ?? 0) } : guess;
  const whole = tableDocument(conversion, table, mapping);
  const printed = Buffer.byteLength(whole.text);
  if (printed <= maxBytes) return [whole];
  const parts = splitTable(table, mapping, printed, maxBytes);
  const message = `${name} holds more rows than one document may: it is kept as ${parts.length} documents.`;
  const issues = [...conversion.issues, conversionIssue('table-split', message)];
  return parts.map((part, index) =>
    tableDocument({ ...conversion, issues, name: nameWithPart(name, `${index + 1}`) }, part, mapping),
  );
}

function tableDocument(
  { name, encoding, fileKind, title, issues }: TableConversion,
  table: Table,
  mapping: ColumnMapping,
): Opened {
  const { text, issues: said } = tableToMarkdown(table, mapping, title === undefined ? {} : { title });
  return { state: 'opened', name, encoding, fileKind, text, issues: [...issues, ...said], table, mapping };
}
