import { AppError } from '../../domain/errors';
import { type DocumentReading, LARGEST_DOCUMENT_BYTES } from '../../domain/question-bank';
import type { DocumentReader } from '../../ports';
import { decodeDocument } from './decode';
import { ReaderThread } from './reader-thread';

export interface DocumentReaderOptions {
  /** Largest document, bytes; 10 MB unless told. */
  maxBytes?: number;
  /** Longest time one document may take to parse, ms; 120 000 unless told (10 MB of text take some 30 s). */
  timeoutMs?: number;
  /** Most memory the parsing thread may take, MB; 1 024 unless told. */
  maxHeapMb?: number;
}

/** Opens the reader. Documents are read one after the other in one thread, which starts with the first. */
export function openDocumentReader(options: DocumentReaderOptions = {}): DocumentReader {
  const { maxBytes = LARGEST_DOCUMENT_BYTES, timeoutMs = 120_000, maxHeapMb = 1_024 } = options;
  const thread = new ReaderThread({ timeoutMs, maxHeapMb });
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  async function readNext(text: string, name: string): Promise<DocumentReading> {
    if (isClosed)
      throw new AppError('unavailable', 'reader-closed', 'The document reader is closed.', {
        isRetryable: false,
      });
    return thread.read(text, name);
  }

  return {
    decode: (bytes, name) => decodeDocument(bytes, name, maxBytes),
    read(text, name) {
      const reading = last.then(() => readNext(text, name));
      // The next document waits for this one, however it ends; who asked for this one gets its error.
      last = reading.catch(() => undefined);
      return reading;
    },
    async close() {
      isClosed = true;
      await thread.close();
    },
  };
}
