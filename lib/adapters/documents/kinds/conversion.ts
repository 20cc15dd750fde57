import type { FileKind, ReadingIssue, Table } from '../../../domain/question-bank';

interface Converted {
  name: string;
  fileKind: FileKind;
  encoding: string;
  issues: ReadingIssue[];
}

export interface TextConversion extends Converted {
  text: string;
}

export interface TableConversion extends Converted {
  table: Table;
  title?: string;
  /** Each row is a card by the kind of file: no doubt whether it holds questions. */
  isFlashcards?: boolean;
}

/** What one document of a file was turned into, before the reader sees it. */
export type Conversion = TextConversion | TableConversion;

/** A text file as it was decoded. */
export interface DecodedText {
  name: string;
  text: string;
  encoding: string;
}

/** Encoding of files that are no text themselves. */
export const NO_ENCODING = 'utf-8';
