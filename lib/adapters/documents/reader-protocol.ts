import type { DocumentReading, ReadingCorrection } from '../../domain/question-bank';
import type { OpenedDocument } from '../../ports';

/** What the reading thread is asked: what a file holds, or what a text says. */
export type ReaderRequest =
  | { type: 'open'; bytes: Uint8Array; name: string; maxBytes: number }
  | { type: 'read'; text: string; name: string; corrections: readonly ReadingCorrection[] };

/** What it answers to each. */
export interface ReaderResults {
  open: OpenedDocument[];
  read: DocumentReading;
}

export type ReaderReply =
  | { type: 'done'; result: ReaderResults[ReaderRequest['type']] }
  | { type: 'failed'; message: string };
