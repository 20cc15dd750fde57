import { AppError } from '../../lib/domain/errors';
import type { BankOverview } from '../../lib/domain/question-bank';

/**
 * The ids of the documents that are to be audited, by name or id; undefined: all of them.
 * @throws AppError not-found `document-not-found`
 */
export function auditedDocuments(
  documents: readonly Pick<BankOverview['documents'][number], 'id' | 'name'>[],
  wanted: string | undefined,
): string[] | undefined {
  if (wanted === undefined) return undefined;
  const ids = documents.filter(({ id, name }) => id === wanted || name === wanted).map(({ id }) => id);
  if (ids.length > 0) return ids;
  throw new AppError('not-found', 'document-not-found', `The bank has no document “${wanted}”.`);
}
