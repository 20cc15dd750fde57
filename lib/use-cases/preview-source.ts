import { AppError } from '../domain/errors';
import { type BankDocument, previewBasis } from '../domain/question-bank';
import type { BankStore, Clock, PreviewSource, PreviewStore } from '../ports';
import { expiredImport, requirePreview } from './get-import';
import type { ReadSource } from './plan-document';
import { PREVIEW_LIFETIME_MS } from './preview-import';

type Ports = { previews: PreviewStore; clock: Clock };

function isNamed(name: string): (source: PreviewSource) => source is ReadSource {
  return (source): source is ReadSource => source.state === 'read' && source.name === name;
}

/**
 * A document of a waiting import that could be read. Its second copy is none: it is not read on its own.
 * @throws AppError not-found `import-not-found`, `import-document-not-found`
 */
export async function requireSource(ports: Ports, importId: string, name: string): Promise<ReadSource> {
  const { sources } = await requirePreview(ports, importId);
  const source = sources.find(isNamed(name));
  if (source) return source;
  throw new AppError(
    'not-found',
    'import-document-not-found',
    `This import has no document named ${name} that could be read.`,
    { details: { document: name } },
  );
}

/** Refuses what was begun on another state of a document than the one that is there. */
export type StaleCheck = (source: ReadSource) => void;

/**
 * @param basis what the person saw (`PreviewDocument.basis`); absent: whatever is there is replaced
 * @returns a check that throws AppError conflict `import-changed-meanwhile`
 */
export async function staleCheck(
  { bank }: { bank: Pick<BankStore, 'findDocumentByName'> },
  name: string,
  basis: string | undefined,
): Promise<StaleCheck> {
  if (basis === undefined) return () => {};
  const before: BankDocument | null = await bank.findDocumentByName(name);
  return (source) => {
    if (previewBasis(source, before) === basis) return;
    throw new AppError(
      'conflict',
      'import-changed-meanwhile',
      `${name} was changed meanwhile, in another window: look at it as it is now and try again.`,
      { details: { document: name } },
    );
  };
}

/**
 * Changes one document of a waiting import in one step; the import waits for another hour from now on.
 * @returns the document as it is kept now
 * @throws AppError not-found `import-not-found` when the import is gone meanwhile
 */
export async function replaceSource(
  ports: Ports,
  importId: string,
  name: string,
  change: (source: ReadSource) => ReadSource,
): Promise<ReadSource> {
  const kept = await ports.previews.update(importId, (preview) => {
    const source = preview.sources.find(isNamed(name));
    return {
      ...preview,
      sources: preview.sources.map((each) => (source && each === source ? change(source) : each)),
      expiresAt: ports.clock.now() + PREVIEW_LIFETIME_MS,
    };
  });
  const source = kept?.sources.find(isNamed(name));
  if (!source) throw expiredImport(importId);
  return source;
}
