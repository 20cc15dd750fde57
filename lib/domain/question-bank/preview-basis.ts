import { stableId } from '../ids';
import type { BankDocument, ReadingCorrection } from './model';
import type { ColumnMapping } from './tables/table';

/**
 * Names what a person saw of a document that waits to be imported: how it is read, and which version of it the bank has.
 * A change that was begun on something else, as in another window, is told by it.
 * @param before the bank's document of its name, a removed one too
 */
export function previewBasis(
  { corrections = [], mapping }: { corrections?: readonly ReadingCorrection[]; mapping?: ColumnMapping },
  before: Pick<BankDocument, 'contentHash' | 'importedAt' | 'removedAt'> | null,
): string {
  const inBank = before && [before.contentHash, before.importedAt, before.removedAt];
  return stableId('p', JSON.stringify([corrections, mapping ?? null, inBank]));
}
