import { planWindows, type ReadingScope, splitLines } from '../domain/question-bank';
import { requireSource } from './preview-source';
import { type ProposePorts, type ReadingEvent, runWindows } from './run-windows';

export interface ReadingRequest {
  /** The document's name in the import. */
  document: string;
  /** 'unsure' unless said otherwise; windows that were read before are not read again. */
  scope?: ReadingScope;
}

/**
 * Lets the model read a document of a waiting import again, window by window: where the reader is unsure it proposes other
 * boundaries, of notes it proposes questions. Nothing of the reading changes; each window's proposals, checked against the
 * document, are stored with the preview before they are told. Windows that failed, or that an earlier pass did not come to,
 * are asked about again; those that are done are not.
 * @returns how the pass goes, once it is known that it can be made
 * @throws AppError not-found `import-not-found`, `import-document-not-found`
 */
export async function proposeReading(
  ports: ProposePorts,
  importId: string,
  { document, scope = 'unsure' }: ReadingRequest,
  signal?: AbortSignal,
): Promise<AsyncGenerator<ReadingEvent>> {
  const source = await requireSource(ports, importId, document);
  const planned = planWindows(splitLines(source.text), source.reading, scope);
  return runWindows(ports, importId, source, planned, signal);
}
