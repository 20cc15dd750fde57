import { AppError } from '../domain/errors';
import type { ReadSource } from './plan-document';
import { requireSource } from './preview-source';
import { type ProposePorts, type ReadingEvent, runWindows } from './run-windows';

/**
 * Asks about one window of an earlier pass again, done or failed.
 * @throws AppError not-found `import-not-found`, `import-document-not-found`, `window-not-found`
 */
export async function rerunWindow(
  ports: ProposePorts,
  importId: string,
  { document, windowId }: { document: string; windowId: string },
  signal?: AbortSignal,
): Promise<AsyncGenerator<ReadingEvent>> {
  const source = await requireSource(ports, importId, document);
  const window = source.modelReading?.windows.find(({ id }) => id === windowId);
  if (!window)
    throw new AppError('not-found', 'window-not-found', 'The model was not asked about that part.');
  const { id, lines, task, characters, clippedLines } = window;
  const again = { id, lines, task, characters, ...(clippedLines && { clippedLines }) };
  return runWindows(ports, importId, withoutWindow(source, id), [again], signal);
}

/** The source as if nothing were known of a window; what it proposed stands until there is something new. */
function withoutWindow(source: ReadSource, id: string): ReadSource {
  const { modelReading } = source;
  if (!modelReading) return source;
  const windows = modelReading.windows.filter((window) => window.id !== id);
  return { ...source, modelReading: { ...modelReading, windows } };
}
