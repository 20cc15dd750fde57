import type { Generated } from 'kysely';

/** Rows as they lie in the file. Times are ISO 8601; `*_json` columns hold JSON text. */
export interface DocumentRow {
  sequence: Generated<number>;
  id: string;
  name: string;
  content_hash: string;
  encoding: string;
  format: string;
  text: string;
  /** 0 or 1. */
  is_enabled: number;
  imported_at: string;
  removed_at: string | null;
  file_kind: string;
  corrections_json: string;
  column_mapping_json: string | null;
}

export interface QuestionRow {
  id: string;
  document_id: string;
  /** 0-based order in the document. */
  position: number;
  kind: string;
  stem: string;
  context: string | null;
  options_json: string | null;
  correct: string | null;
  answer: string;
  explanation: string | null;
  difficulty: number | null;
  topics_json: string;
  line_start: number;
  line_end: number;
  key_points_json: string | null;
  mistakes_json: string | null;
  tags_json: string | null;
  model_written_json: string | null;
  retired_at: string | null;
}

/** What people did to a question; writing its document again leaves it alone. */
interface QuestionTableRow extends QuestionRow {
  edits_json: Generated<string | null>;
  merged_into: Generated<string | null>;
}

interface EditRow {
  sequence: Generated<number>;
  question_id: string;
  edits_json: string;
  at: string;
}

/** `first_id` < `second_id`. */
interface KeptApartRow {
  first_id: string;
  second_id: string;
  at: string;
}

export interface DoubtRow {
  id: string;
  question_id: string;
  basis_hash: string;
  source: string;
  code: string;
  reason: string;
  quote: string;
  state: string;
  model: string | null;
  at: string;
}

export interface PassageRow {
  id: string;
  document_id: string;
  position: number;
  headings_json: string;
  line_start: number;
  line_end: number;
  text: string;
}

interface RubricRow {
  sequence: Generated<number>;
  id: string;
  question_id: string;
  rubric_json: string;
}

interface InterviewRow {
  /** Order of creation. */
  sequence: Generated<number>;
  id: string;
}

interface EventRow {
  interview_id: string;
  /** 1-based, without gaps. */
  sequence: number;
  event_json: string;
}

interface VectorRow {
  embedder_id: string;
  text_hash: string;
  /** Little-endian Float32 values. */
  vector: Buffer;
}

interface PreviewRow {
  id: string;
  /** Milliseconds since the epoch. */
  expires_at: number;
  sources_json: string;
}

interface CounterRow {
  name: string;
  value: number;
}

export interface Schema {
  documents: DocumentRow;
  questions: QuestionTableRow;
  passages: PassageRow;
  question_edits: EditRow;
  kept_apart: KeptApartRow;
  reference_doubts: DoubtRow;
  rubrics: RubricRow;
  interviews: InterviewRow;
  interview_events: EventRow;
  vectors: VectorRow;
  import_previews: PreviewRow;
  counters: CounterRow;
}
