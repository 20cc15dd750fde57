import { AppError } from '../domain/errors';
import type { ImportPreview } from '../domain/question-bank';
import type { BankStore, Clock, DocumentReader, IdSource, PreviewStore } from '../ports';
import { describeImport } from './describe-import';
import { type DocumentFile, readDocuments } from './read-documents';

/** How long an import waits to be confirmed after it was read or last corrected, milliseconds. */
export const PREVIEW_LIFETIME_MS = 60 * 60 * 1000;

export interface ImportPorts {
  bank: BankStore;
  previews: PreviewStore;
  reader: DocumentReader;
  clock: Clock;
  ids: IdSource;
}

/**
 * Reads documents and says what importing them would do; the bank stays as it is. The preview is kept for an hour.
 * @throws AppError invalid `no-documents`
 */
export async function previewImport(
  ports: ImportPorts,
  files: readonly DocumentFile[],
): Promise<ImportPreview> {
  if (files.length === 0)
    throw new AppError('invalid', 'no-documents', 'Choose at least one document to import.');
  const now = ports.clock.now();
  await ports.previews.removeExpired(now);
  const sources = await readDocuments(ports, files);
  const id = ports.ids.next('import');
  await ports.previews.save({ id, sources, expiresAt: now + PREVIEW_LIFETIME_MS });
  return { id, documents: await describeImport(ports, sources, new Date(now).toISOString()) };
}
