import { AppError } from '../domain/errors';
import type { ColumnMapping, PreviewDocument } from '../domain/question-bank';
import type { BankStore, Clock, DocumentReader, PreviewStore } from '../ports';
import { mapColumns } from './chosen-columns';
import { describeDocument } from './describe-import';
import { isoNow } from './iso-now';
import type { ReadSource } from './plan-document';
import { replaceSource, requireSource, staleCheck } from './preview-source';

/** Which column a person says holds what. */
export interface ChosenMapping {
  /** The document's name in the import. */
  document: string;
  mapping: Pick<ColumnMapping, 'roles' | 'isFirstRowData'>;
  /** What the person saw (`PreviewDocument.basis`); absent: whatever is there is replaced. */
  basis?: string;
}

/**
 * Converts a table of a waiting import again, by the columns a person chose, and keeps the preview for another hour. What
 * was corrected or proposed by line before is gone: the lines are others.
 * @returns the document as it would be imported now
 * @throws AppError not-found `import-not-found`, `import-document-not-found`; invalid `mapping-mismatch`,
 *   `mapping-without-question`; conflict `import-changed-meanwhile`
 */
export async function remapImport(
  ports: { bank: BankStore; previews: PreviewStore; reader: DocumentReader; clock: Clock },
  importId: string,
  { document: name, mapping, basis }: ChosenMapping,
): Promise<PreviewDocument> {
  const source = await requireSource(ports, importId, name);
  if (!source.table) throw notATable(name);
  const refuseStale = await staleCheck(ports, name, basis);
  refuseStale(source);
  checkMapping(mapping, source.table.columns.length);
  const {
    corrections: _,
    modelReading: __,
    ...before
  } = mapColumns({ ...source, table: source.table }, mapping);
  const remapped: ReadSource = { ...before, reading: await ports.reader.read(before.text, name) };
  await replaceSource(ports, importId, name, (each) => {
    refuseStale(each);
    return remapped;
  });
  return describeDocument(ports, remapped, isoNow(ports.clock));
}

function notATable(name: string): AppError {
  const message = `This import has no document named ${name} that is made of rows and columns.`;
  return new AppError('not-found', 'import-document-not-found', message, { details: { document: name } });
}

function checkMapping({ roles }: ChosenMapping['mapping'], columns: number): void {
  if (roles.length !== columns)
    throw new AppError(
      'invalid',
      'mapping-mismatch',
      `The table has ${columns} columns; say what each holds.`,
    );
  if (!roles.includes('question'))
    throw new AppError('invalid', 'mapping-without-question', 'Say which column holds the questions.');
}
