import type { DocumentReading, ReadingCorrection } from '../domain/question-bank';

export interface DecodedDocument {
  text: string;
  /** 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030'. */
  encoding: string;
}

/** Bytes in, questions out: decoding, and parsing off the main thread under a time and memory limit. */
export interface DocumentReader {
  /** Throws AppError invalid: document-empty, document-binary, document-too-large, document-unreadable. */
  decode(bytes: Uint8Array, name: string): DecodedDocument;
  /** Throws AppError invalid `document-too-complex` when a limit is hit. */
  read(text: string, name: string, corrections?: readonly ReadingCorrection[]): Promise<DocumentReading>;
  close(): Promise<void>;
}
