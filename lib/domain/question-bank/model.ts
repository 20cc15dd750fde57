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
  lines: LineRange;
  keyPoints?: AuthoredKeyPoint[];
  mistakes?: string[];
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
  /** Decoded source text, kept so that the original stays viewable. */
  text: string;
  isEnabled: boolean;
  /** ISO 8601. */
  importedAt: string;
  /** Set when the person removed it; its questions are retired, its history stays. */
  removedAt: string | null;
}

/** A question in the bank: what was read plus where it stands. */
export interface Question extends ReadQuestion {
  documentId: string;
  documentName: string;
  /** 0-based order in the document. */
  position: number;
  /** ISO 8601 when it vanished from its document; never asked again, never deleted. */
  retiredAt: string | null;
}

export interface Passage extends ReadPassage {
  id: string;
  documentId: string;
  documentName: string;
}
