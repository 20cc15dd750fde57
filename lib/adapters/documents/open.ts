import { AppError } from '../../domain/errors';
import { LARGEST_DOCUMENT_BYTES } from '../../domain/question-bank';
import type { DocumentReader } from '../../ports';
import { decodeDocument } from './decode';
import type { ReaderRequest, ReaderResults } from './reader-protocol';
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

  /** One after the other: the next waits for this one, however it ends; who asked for this one gets its error. */
  function ask<Request extends ReaderRequest>(request: Request): Promise<ReaderResults[Request['type']]> {
    const answer = last.then(() => {
      if (!isClosed) return thread.ask(request);
      throw new AppError('unavailable', 'reader-closed', 'The document reader is closed.', {
        isRetryable: false,
      });
    });
    last = answer.catch(() => undefined);
    return answer;
  }

  return {
    decode: (bytes, name) => decodeDocument(bytes, name, maxBytes),
    open: (bytes, name) => ask({ type: 'open', bytes, name, maxBytes }),
    read: (text, name, corrections = []) => ask({ type: 'read', text, name, corrections }),
    async close() {
      isClosed = true;
      await thread.close();
    },
  };
}
