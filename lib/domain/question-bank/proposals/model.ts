import type { LineRange, ReadingCorrection } from '../model';

/** What the model is asked of a window: whether the reader's bounds are right, or what questions the notes answer. */
export type WindowTask = 'boundaries' | 'notes';

/** A part of a document that fits into one request. */
export interface ReadingWindow {
  /** Stable over runs on the same text. */
  id: string;
  lines: LineRange;
  task: WindowTask;
  /** Characters of it that the model sees. */
  characters: number;
  /** Lines that are too long to be shown whole; absent: none. */
  clippedLines?: number;
}

/** Why something that the model said was left out. */
export type DropReason =
  /** Its lines are not in the window it was asked about. */
  | 'outside-window'
  /** What it names is not on that line: no such words, or no question begins there. */
  | 'not-there'
  /** Longer than a question or an answer can be. */
  | 'too-long'
  /** The reader, or another window, has it already. */
  | 'known'
  /** More than a window may propose. */
  | 'too-many'
  /** The reader cannot read the document so. */
  | 'refused';

export type DropCounts = Partial<Record<DropReason, number>>;

/** What became of a window: nothing yet, what the model proposed, or why there is no reply. */
export type WindowState = ReadingWindow &
  (
    | { state: 'waiting' }
    | { state: 'done'; found: number; dropped: DropCounts }
    | { state: 'failed'; reason: string; message: string }
  );

export type ProposalType = 'begin' | 'merge' | 'drop' | 'answer' | 'end' | 'add';

/** A change of how a document is read that a model proposes and a person may take. */
export interface ReadingProposal {
  /** Stable: the same proposal has the same id. */
  id: string;
  windowId: string;
  type: ProposalType;
  lines: LineRange;
  /** What is asked: of a boundary the line meant, as it stands. */
  stem: string;
  /** Of a new question only. */
  answer?: string;
  /** Parts that do not stand in the document; absent: all of it is the document's, verbatim. */
  modelWritten?: ('stem' | 'answer')[];
  /** The model's one sentence for a person; may be ''. */
  reason: string;
  /** What taking it adds to the document's corrections. */
  corrections: ReadingCorrection[];
}

/** All that a model said about how one document could be read. */
export interface ModelReading {
  model: string;
  windows: WindowState[];
  proposals: ReadingProposal[];
}

/** What asking about one window led to. */
export interface WindowOutcome {
  window: WindowState;
  proposals: ReadingProposal[];
}
