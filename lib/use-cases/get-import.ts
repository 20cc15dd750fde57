import { AppError } from '../domain/errors';
import type { ImportPreview } from '../domain/question-bank';
import type { BankStore, Clock, PreviewStore, StoredPreview } from '../ports';
import { describeImport } from './describe-import';
import { isoNow } from './iso-now';

/**
 * The preview again, against the bank as it is now.
 * @throws AppError not-found `import-not-found`
 */
export async function getImport(
  ports: { bank: BankStore; previews: PreviewStore; clock: Clock },
  id: string,
): Promise<ImportPreview> {
  const { sources } = await requirePreview(ports, id);
  return { id, documents: await describeImport(ports, sources, isoNow(ports.clock)) };
}

/** @throws AppError not-found `import-not-found` when it was confirmed, discarded, never made or has expired */
export async function requirePreview(
  ports: { previews: PreviewStore; clock: Clock },
  id: string,
): Promise<StoredPreview> {
  const found = await ports.previews.find(id);
  if (found && found.expiresAt > ports.clock.now()) return found;
  throw expiredImport(id);
}

/** The error for an import that does not wait (any more). */
export function expiredImport(id: string): AppError {
  return new AppError(
    'not-found',
    'import-not-found',
    'This import was already confirmed or discarded, or it waited for more than an hour. Choose the documents again.',
    { details: { id } },
  );
}
