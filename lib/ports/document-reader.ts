import type {
  ColumnMapping,
  DocumentReading,
  FileKind,
  ReadingCorrection,
  ReadingIssue,
  Table,
} from '../domain/question-bank';

export interface DecodedDocument {
  text: string;
  /** 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030'. */
  encoding: string;
}

/** A document out of a file: as text, or refused with the issue that says why. */
export type OpenedDocument = {
  name: string;
  /** Its path in the archive it came in; absent when it is the file itself. */
  inner?: string;
} & (
  | {
      state: 'opened';
      /** Of any kind but text, what the file was converted to: Markdown, with every cell of a table to the letter. */
      text: string;
      encoding: string;
      fileKind: FileKind;
      /** What the conversion left out or changed. */
      issues: ReadingIssue[];
      /** Of a file of rows: all of them, and which column was taken for what. */
      table?: Table;
      mapping?: ColumnMapping;
    }
  | { state: 'refused'; issue: ReadingIssue }
);

/** Bytes in, questions out: opening, decoding, and parsing off the main thread under a time and memory limit. */
export interface DocumentReader {
  /** Text alone. Throws AppError invalid: document-empty, document-binary, document-too-large, document-unreadable. */
  decode(bytes: Uint8Array, name: string): DecodedDocument;
  /**
   * Any kind of file, told by its first bytes before its name: text, HTML, CSV, JSON, Office, PDF, Anki, or an archive of
   * such, which gives several documents. Throws AppError invalid `document-too-complex` when a limit is hit.
   */
  open(bytes: Uint8Array, name: string): Promise<OpenedDocument[]>;
  /** Throws AppError invalid `document-too-complex` when a limit is hit. */
  read(text: string, name: string, corrections?: readonly ReadingCorrection[]): Promise<DocumentReading>;
  close(): Promise<void>;
}
