import type { PreviewDocument, ReadingCorrection } from '../domain/question-bank';
import type { BankStore, Clock, DocumentReader, PreviewStore } from '../ports';
import { describeDocument } from './describe-import';
import { isoNow } from './iso-now';
import type { ReadSource } from './plan-document';
import { replaceSource, requireSource, staleCheck } from './preview-source';

/** The whole list of what a person changed about one document of an import; an empty one is the reader's own view. */
export interface DocumentCorrections {
  /** Its name in the import. */
  document: string;
  corrections: readonly ReadingCorrection[];
  /** What the person saw (`PreviewDocument.basis`); absent: whatever is there is replaced. */
  basis?: string;
}

/**
 * Reads a document of a waiting import again, as a person corrected it. The list replaces the one before, so that undoing
 * is sending it without its last entry. The import waits for another hour from now on.
 * @returns the document as it would be imported now
 * @throws AppError not-found `import-not-found`, `import-document-not-found`; invalid `document-too-complex`; conflict
 *   `import-changed-meanwhile`
 */
export async function correctImport(
  ports: { bank: BankStore; previews: PreviewStore; reader: DocumentReader; clock: Clock },
  importId: string,
  { document: name, corrections, basis }: DocumentCorrections,
): Promise<PreviewDocument> {
  const source = await requireSource(ports, importId, name);
  const refuseStale = await staleCheck(ports, name, basis);
  refuseStale(source);
  const reading = await ports.reader.read(source.text, name, corrections);
  // A table that was mapped anew meanwhile has other lines.
  const change = (each: ReadSource): ReadSource => {
    refuseStale(each);
    return each.text === source.text ? { ...each, reading, corrections: [...corrections] } : each;
  };
  const corrected = await replaceSource(ports, importId, name, change);
  return describeDocument(ports, corrected, isoNow(ports.clock));
}
