import type { Selectable } from 'kysely';
import type { BankDocument, LineRange, Passage, Question } from '../../domain/question-bank';
import type { DocumentRow, PassageRow, QuestionRow } from './schema';

/** Written and read only by the mappings in this file, so that a column's JSON has the shape named here. */
function fromJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

function toJson(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

export type StoredDocument = Omit<Selectable<DocumentRow>, 'sequence'>;

export function toDocumentRow(document: BankDocument): StoredDocument {
  return {
    id: document.id,
    name: document.name,
    content_hash: document.contentHash,
    encoding: document.encoding,
    format: document.format,
    text: document.text,
    is_enabled: document.isEnabled ? 1 : 0,
    imported_at: document.importedAt,
    removed_at: document.removedAt,
    file_kind: document.fileKind ?? 'text',
    corrections_json: JSON.stringify(document.corrections ?? []),
    column_mapping_json: toJson(document.columnMapping),
  };
}

/** Text is the common case and is not named, nor is an empty list of corrections. */
export function toDocumentSummary(row: Omit<StoredDocument, 'text'>): Omit<BankDocument, 'text'> {
  const corrections = fromJson<NonNullable<BankDocument['corrections']>>(row.corrections_json);
  return {
    id: row.id,
    name: row.name,
    contentHash: row.content_hash,
    encoding: row.encoding,
    format: row.format as BankDocument['format'],
    isEnabled: row.is_enabled === 1,
    importedAt: row.imported_at,
    removedAt: row.removed_at,
    ...(row.file_kind !== 'text' && { fileKind: row.file_kind as NonNullable<BankDocument['fileKind']> }),
    ...(corrections.length > 0 && { corrections }),
    ...(row.column_mapping_json !== null && {
      columnMapping: fromJson<NonNullable<BankDocument['columnMapping']>>(row.column_mapping_json),
    }),
  };
}

export function toDocument(row: StoredDocument): BankDocument {
  return { ...toDocumentSummary(row), text: row.text };
}

export function toQuestionRow(question: Question): QuestionRow {
  return {
    id: question.id,
    document_id: question.documentId,
    position: question.position,
    kind: question.kind,
    stem: question.stem,
    context: question.context ?? null,
    options_json: toJson(question.options),
    correct: question.correct ?? null,
    answer: question.answer,
    explanation: question.explanation ?? null,
    difficulty: question.difficulty ?? null,
    topics_json: JSON.stringify(question.topics),
    line_start: question.lines.start,
    line_end: question.lines.end,
    key_points_json: toJson(question.keyPoints),
    mistakes_json: toJson(question.mistakes),
    tags_json: toJson(question.tags),
    model_written_json: toJson(question.modelWritten),
    retired_at: question.retiredAt,
  };
}

/** A row of `questions` as it is read, with the name of its document. */
export interface StoredQuestion extends QuestionRow {
  edits_json: string | null;
  merged_into: string | null;
  document_name: string;
}

/**
 * The texts are the document's own; what a person changed stands beside them in `edits`. Optional fields are absent, not
 * undefined, when the document gave none.
 */
export function toQuestion(row: StoredQuestion): Question {
  return {
    id: row.id,
    kind: row.kind as Question['kind'],
    stem: row.stem,
    ...(row.context !== null && { context: row.context }),
    ...(row.options_json !== null && {
      options: fromJson<NonNullable<Question['options']>>(row.options_json),
    }),
    ...(row.correct !== null && { correct: row.correct }),
    answer: row.answer,
    ...(row.explanation !== null && { explanation: row.explanation }),
    ...(row.difficulty !== null && { difficulty: row.difficulty }),
    topics: fromJson<string[]>(row.topics_json),
    lines: toLines(row),
    ...(row.key_points_json !== null && {
      keyPoints: fromJson<NonNullable<Question['keyPoints']>>(row.key_points_json),
    }),
    ...(row.mistakes_json !== null && { mistakes: fromJson<string[]>(row.mistakes_json) }),
    ...(row.tags_json !== null && { tags: fromJson<string[]>(row.tags_json) }),
    ...(row.model_written_json !== null && {
      modelWritten: fromJson<NonNullable<Question['modelWritten']>>(row.model_written_json),
    }),
    documentId: row.document_id,
    documentName: row.document_name,
    position: row.position,
    retiredAt: row.retired_at,
    ...(row.edits_json !== null && { edits: fromJson<NonNullable<Question['edits']>>(row.edits_json) }),
    ...(row.merged_into !== null && { mergedInto: row.merged_into }),
  };
}

export function toPassageRow(passage: Passage, position: number): PassageRow {
  return {
    id: passage.id,
    document_id: passage.documentId,
    position,
    headings_json: JSON.stringify(passage.headings),
    line_start: passage.lines.start,
    line_end: passage.lines.end,
    text: passage.text,
  };
}

export function toPassage(row: Omit<PassageRow, 'position'> & { document_name: string }): Passage {
  return {
    id: row.id,
    documentId: row.document_id,
    documentName: row.document_name,
    headings: fromJson<string[]>(row.headings_json),
    lines: toLines(row),
    text: row.text,
  };
}

function toLines(row: { line_start: number; line_end: number }): LineRange {
  return { start: row.line_start, end: row.line_end };
}
