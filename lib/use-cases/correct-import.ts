import { AppError } from '../domain/errors';
import type { PreviewDocument, ReadingCorrection } from '../domain/question-bank';
import type { BankStore, Clock, DocumentReader, PreviewSource, PreviewStore } from '../ports';
import { describeDocument } from './describe-import';
import { requirePreview } from './get-import';
import type { ReadSource } from './plan-document';
import { PREVIEW_LIFETIME_MS } from './preview-import';

/** The whole list of what a person changed about one document of an import; an empty one is the reader's own view. */
export interface DocumentCorrections {
  /** Its name in the import. */
  document: string;
  corrections: readonly ReadingCorrection[];
}

/**
 * Reads a document of a waiting import again, as a person corrected it. The list replaces the one before, so that undoing
 * is sending it without its last entry. The import waits for another hour from now on.
 * @returns the document as it would be imported now
 * @throws AppError not-found `import-not-found`, `import-document-not-found`; invalid `document-too-complex`
 */
export async function correctImport(
  ports: { bank: BankStore; previews: PreviewStore; reader: DocumentReader; clock: Clock },
  importId: string,
  { document: name, corrections }: DocumentCorrections,
): Promise<PreviewDocument> {
  const { sources } = await requirePreview(ports, importId);
  const isMeant = (source: PreviewSource): source is ReadSource =>
    source.state === 'read' && source.name === name;
  const source = sources.find(isMeant);
  if (!source)
    throw new AppError(
      'not-found',
      'import-document-not-found',
      `This import has no document named ${name} that could be read.`,
      { details: { document: name } },
    );
  const reading = await ports.reader.read(source.text, name, corrections);
  const corrected: ReadSource = { ...source, reading, corrections: [...corrections] };
  const now = ports.clock.now();
  await ports.previews.save({
    id: importId,
    // The second copy of a document stays one: it is not read on its own.
    sources: sources.map((each) => (each === source ? corrected : each)),
    expiresAt: now + PREVIEW_LIFETIME_MS,
  });
  return describeDocument(ports, corrected, new Date(now).toISOString());
}
