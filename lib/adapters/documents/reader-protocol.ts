import type { DocumentReading } from '../../domain/question-bank';

/** What the reading thread is asked. */
export interface ReadRequest {
  text: string;
  name: string;
}

/** What it answers. */
export type ReadReply = { type: 'reading'; reading: DocumentReading } | { type: 'failed'; message: string };
