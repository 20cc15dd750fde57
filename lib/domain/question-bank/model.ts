import type { ColumnMapping } from './tables/table';

/** An open question is answered in words; a choice question by one or more option labels. */
export type QuestionKind = 'open' | 'choice';

/** 1-based, inclusive line numbers in the decoded document. */
export interface LineRange {
  start: number;
  end: number;
}

export interface Option {
  /** The document's own letter, upper case: "A". */
  label: string;
  /** Markdown source without the letter. */
  text: string;
}

/** A key point that the document itself states (our own bank format does). */
export interface AuthoredKeyPoint {
  text: string;
  /** Relative weight, > 0; 1 unless the document says otherwise. */
  weight: number;
  /** A core point is asked for by the question; a bonus point never costs anything. */
  core: boolean;
}

/** Why the reader is not sure about a question; stable kebab-case. */
export type ReadingDoubt =
  /** The shape that carries it was only just accepted. */
  | 'weak-evidence'
  /** It stands alone or looks unlike the other questions of the document. */
  | 'unlike-others'
  /** Its stem does not ask. */
  | 'stem-does-not-ask'
  | 'no-answer'
  /** Its answer may hold a question of its own. */
  | 'answer-holds-question'
  /** Where stem and answer part is a guess. */
  | 'answer-boundary'
  | 'no-correct-option'
  /** Much longer or shorter than the others. */
  | 'odd-length';

/** One question as the reader found it. All texts are Markdown source, verbatim from the document. */
export interface ReadQuestion {
  /** Stable over runs: made of document name, stem, and occurrence. */
  id: string;
  kind: QuestionKind;
  stem: string;
  /**
   * What stands between stem and options or answer and belongs to the question: a code sample, a table, a picture
   * (Markdown source). Shown under the stem; "What is the output?" means nothing without it.
   */
  context?: string;
  options?: Option[];
  /** The right label, "B"; several joined in option order, "ACD". Absent when the document gives none. */
  correct?: string;
  /** The reference answer; of a choice question the text of the right option(s). '' when there is none. */
  answer: string;
  explanation?: string;
  /** 1..10, the document's own figure. */
  difficulty?: number;
  /** Headings from outer to inner, never the document's title alone, never a mere kind. */
  topics: string[];
  /** Free labels beside the headings: tags of a flashcard, of front matter, of a column. */
  tags?: string[];
  lines: LineRange;
  keyPoints?: AuthoredKeyPoint[];
  mistakes?: string[];
  /** 0..1: how sure the reader is that this is a question, with these bounds. Not kept in the bank. */
  confidence?: number;
  /** Why it is not surer. Not kept in the bank. */
  doubts?: ReadingDoubt[];
  /** What a model wrote and a person confirmed; everything else is the document's own, verbatim. */
  modelWritten?: ('stem' | 'answer')[];
}

/** A line of a document that a correction is tied to: found again by its text when lines have moved. */
export interface LineAnchor {
  /** 1-based. */
  line: number;
  /** The line as it stood, trimmed. */
  text: string;
}

/** A question that was not read but put in by a person, or by a model and confirmed. */
export interface AddedQuestion extends Omit<ReadQuestion, 'id' | 'lines' | 'confidence' | 'doubts'> {
  /** The lines it rests on. */
  start: LineAnchor;
  end: LineAnchor;
}

/**
 * What a person changed about how a document was read. Kept with the document and applied again, in order, whenever it is
 * read; `at` is the first line of the question meant.
 */
export type ReadingCorrection =
  /** A question begins at this line: splits what holds it. */
  | { type: 'begin'; at: LineAnchor }
  /** It is no question of its own: its lines belong to the question before. */
  | { type: 'merge'; at: LineAnchor }
  /** It is no question: its lines belong to none. */
  | { type: 'drop'; at: LineAnchor }
  /** It ends with this line. */
  | { type: 'end'; at: LineAnchor; end: LineAnchor }
  /** Its answer begins at this line. */
  | { type: 'answer'; at: LineAnchor; answer: LineAnchor }
  | { type: 'kind'; at: LineAnchor; kind: QuestionKind }
  /** Takes, or leaves, one of the `alternatives` that the reader saw. */
  | { type: 'alternative'; id: string; isTaken: boolean }
  | { type: 'add'; question: AddedQuestion };

/** A repeated shape of lines that could carry questions: another way to read the document. */
export interface ReadingAlternative {
  /** Stable over runs on the same text. */
  id: string;
  carrier: 'heading' | 'numbered' | 'bold' | 'bullet' | 'label' | 'options' | 'summary' | 'line' | 'table';
  /** Depth of a heading or list, 1 = outermost. */
  level: number;
  /** Heading of the section it stands in; absent when it is judged over the whole document. */
  section?: string;
  /** How many questions it carries, or would. */
  count: number;
  /** 0..1: how much it looks like questions. */
  likeness: number;
  isTaken: boolean;
  /** Up to three first lines. */
  examples: { line: number; text: string }[];
}

/** A section with prose that is no question: indexed for look-up and clarification. */
export interface ReadPassage {
  headings: string[];
  lines: LineRange;
  text: string;
}

export type IssueSeverity = 'error' | 'warning' | 'info';

/** Something odd about a document, tied to a 1-based line. `code` is stable kebab-case, `message` English. */
export interface ReadingIssue {
  code: string;
  severity: IssueSeverity;
  line: number;
  message: string;
}

export type DocumentFormat = 'markdown' | 'text';

/** Everything read from one document. */
export interface DocumentReading {
  format: DocumentFormat;
  questions: ReadQuestion[];
  passages: ReadPassage[];
  issues: ReadingIssue[];
  /** Shapes taken and left, the most telling first; absent where the text follows our own format. */
  alternatives?: ReadingAlternative[];
}

/** What a document was before it became text. */
export type FileKind = 'text' | 'docx' | 'pdf' | 'html' | 'csv' | 'xlsx' | 'json' | 'anki' | 'viva';

/** What a person said the columns of a table hold: counts for every table with columns of these names. */
export interface ChosenColumns extends Pick<ColumnMapping, 'roles' | 'isFirstRowData'> {
  columns: string[];
}

/** A document that is in the bank. */
export interface BankDocument {
  id: string;
  /** The file name people know it by; unique in the bank. */
  name: string;
  /** Hash of the decoded text: the same hash means nothing changed. */
  contentHash: string;
  encoding: string;
  format: DocumentFormat;
  /** Absent: text. Of any other kind, `text` is what the file was converted to. */
  fileKind?: FileKind;
  /** Decoded source text, kept so that the original stays viewable. */
  text: string;
  /** Absent: none. */
  corrections?: ReadingCorrection[];
  /** Of a file of rows: which column holds what, where a person chose it. */
  columnMapping?: ChosenColumns;
  isEnabled: boolean;
  /** ISO 8601. */
  importedAt: string;
  /** Set when the person removed it; its questions are retired, its history stays. */
  removedAt: string | null;
}

/** The fields of a question that a person may edit. */
export type QuestionContent = Pick<
  ReadQuestion,
  | 'kind'
  | 'stem'
  | 'context'
  | 'options'
  | 'correct'
  | 'answer'
  | 'explanation'
  | 'difficulty'
  | 'topics'
  | 'tags'
  | 'keyPoints'
  | 'mistakes'
>;

/** Only the fields that a person changed; null = taken away. Laid over what the document says. */
export type QuestionEdits = { [Field in keyof QuestionContent]?: QuestionContent[Field] | null };

/** The reference of the same question in another document. */
export interface OtherReference {
  questionId: string;
  documentName: string;
  lines: LineRange;
  stem: string;
  answer: string;
  explanation?: string;
}

/**
 * A question in the bank: what was read plus where it stands. Its texts are what counts now, edits applied.
 */
export interface Question extends ReadQuestion {
  documentId: string;
  documentName: string;
  /** 0-based order in the document. */
  position: number;
  /** ISO 8601 when it vanished from its document; never asked again, never deleted. */
  retiredAt: string | null;
  /** What the person changed; absent when nothing was. */
  edits?: QuestionEdits;
  /** What the document says in the fields named by `edits` (null = nothing). */
  original?: QuestionEdits;
  /** The question it was merged into: asked there, its answer counts there as one more reference. */
  mergedInto?: string;
  /** References of the questions merged into this one. */
  otherReferences?: OtherReference[];
  /** Why its reference may be wrong, and nobody has said yet that it is not. */
  referenceDoubts?: ReferenceDoubt[];
}

/** A sign that a reference answer may be wrong. Shown, never silently acted on. */
export interface ReferenceDoubt {
  id: string;
  questionId: string;
  /** Hash of stem and reference it was raised on: void once they change. */
  basisHash: string;
  source: 'offline' | 'model' | 'person';
  /** Stable kebab-case: 'off-topic', 'contradicts-others', 'wrong-fact' … */
  code: string;
  /** One sentence for a person. */
  reason: string;
  /** The exact words of the reference it is about; '' when it is about all of it. */
  quote: string;
  /** A person may dismiss it, or say that the reference is wrong. */
  state: 'open' | 'dismissed' | 'confirmed';
  model?: string;
  /** ISO 8601. */
  at: string;
}

export interface Passage extends ReadPassage {
  id: string;
  documentId: string;
  documentName: string;
}
