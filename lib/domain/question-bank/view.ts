import type {
  FileKind,
  Question,
  QuestionKind,
  ReadingAlternative,
  ReadingCorrection,
  ReadingIssue,
  ReadPassage,
  ReadQuestion,
} from './model';
import type { ModelReading } from './proposals/model';
import type { ColumnMapping, Table } from './tables/table';

/** What confirming an import would do with a question. */
export type QuestionChange = 'new' | 'changed' | 'unchanged';

export interface PreviewQuestion extends ReadQuestion {
  change: QuestionChange;
}

export interface PreviewDocument {
  name: string;
  encoding: string;
  /** 'error' = could not be read; its issues say why, and it is left out when the import is confirmed. */
  status: 'new' | 'changed' | 'unchanged' | 'error';
  questions: PreviewQuestion[];
  /** Stems of questions that are in the bank but no longer in the document. */
  retired: { id: string; stem: string }[];
  passages: ReadPassage[];
  issues: ReadingIssue[];
  /** Names what is shown here; a change that was begun on it gives it back. Absent: it could not be read. */
  basis?: string;
  /** Decoded source, so that a question can be shown beside its lines. */
  text: string;
  /** Absent: text. */
  fileKind?: FileKind;
  /** The name or path of the file it came from, with the way inside it when that is an archive. */
  path?: string;
  /** Of a file of rows: its first ones, long cells cut. */
  table?: Table;
  /** Which column was taken for what. */
  mapping?: ColumnMapping;
  /** Other ways to read it. */
  alternatives?: ReadingAlternative[];
  /** What the person has changed so far, in order. */
  corrections?: ReadingCorrection[];
  /** What a model proposed about how it could be read. */
  modelReading?: ModelReading;
  /**
   * Set when the bank has a document of this name that shares no question with this one: is it a new version, or
   * another document? Confirming replaces it, unless its name is given among `keepBoth`.
   */
  nameConflict?: { documentId: string; questions: number };
}

/** Kept on the server until it is confirmed or an hour has gone by; nothing of it is in the bank yet. */
export interface ImportPreview {
  id: string;
  documents: PreviewDocument[];
}

export interface ImportResult {
  documents: {
    id: string;
    name: string;
    /** Questions that are new or came back. */
    added: number;
    changed: number;
    unchanged: number;
    retired: number;
    passages: number;
    /** Questions that say the same as one elsewhere and became one with it; absent: none. */
    merged?: MergeNote[];
  }[];
}

/** A question of an imported document that became one with another, word for word the same. */
export interface MergeNote {
  /** In the imported document. */
  questionId: string;
  stem: string;
  line: number;
  /** Where the other one stands. */
  withId: string;
  withDocument: string;
  withLine: number;
}

/** Questions of the same document, topics and kind, counted: all that choosing what to be asked needs to know of a bank. */
export interface BankFacet {
  documentId: string;
  topics: string[];
  kind: QuestionKind;
  count: number;
}

/** The bank at a glance: what can be chosen for an interview. */
export interface BankOverview {
  documents: {
    id: string;
    name: string;
    isEnabled: boolean;
    importedAt: string;
    questions: number;
    choice: number;
    passages: number;
  }[];
  /** Over enabled documents, most questions first. */
  topics: { name: string; questions: number }[];
  kinds: { kind: QuestionKind; questions: number }[];
  /** Over enabled documents. */
  facets: BankFacet[];
  questions: number;
}

/** Questions that seem to be one; a person says whether they are. */
export interface MergeProposal {
  /** The one that would stay. */
  root: Question;
  others: {
    question: Question;
    /** 0..1: how alike it asks. */
    score: number;
    /** Its answer is the same but for a slip, or one of the two has none: nothing is lost unread. */
    isNearIdentical: boolean;
  }[];
}

/** What is known of questions that seem to be one while the bank is gone through. */
export interface MergeProposals {
  /** 'failed': look-up did not answer; what was found before stands. */
  state: 'ready' | 'working' | 'failed';
  /** Questions gone through, and how many there are to go through. */
  done: number;
  total: number;
  proposals: MergeProposal[];
}
