import { type AppError, isAppError } from '../domain/errors';
import { documentName, freeDocumentName, type ReadingIssue } from '../domain/question-bank';
import type { BankStore, DocumentReader, OpenedDocument, PreviewSource } from '../ports';
import { withChosenColumns } from './chosen-columns';

/** A document as it arrives. */
export interface DocumentFile {
  /** A file name or path: only its last part is used, as the document's name. */
  name: string;
  bytes: Uint8Array;
}

type Ports = { reader: DocumentReader; bank: Pick<BankStore, 'findDocumentByName'> };

/**
 * Opens and reads each file; a document that cannot be read becomes an entry with the issue that says why, and the others
 * go on. Two different documents of one name get different names; the same one given twice keeps its name. What a person
 * corrected about a document the bank has is applied again.
 * @returns in the order of the files; an archive gives an entry for each document in it
 */
export async function readDocuments(ports: Ports, files: readonly DocumentFile[]): Promise<PreviewSource[]> {
  const textByName = new Map<string, string>();
  const sources: PreviewSource[] = [];
  for (const file of files)
    for (const document of await openDocuments(ports, file))
      sources.push(await readOne(ports, document, pathOf(file, document), textByName));
  return sources;
}

/** A path inside an archive goes on from the archive's own, as below a folder. */
function pathOf(file: DocumentFile, { inner }: OpenedDocument): string {
  return inner === undefined ? file.name : `${file.name}/${inner}`;
}

async function openDocuments({ reader }: Ports, file: DocumentFile): Promise<OpenedDocument[]> {
  const name = documentName(file.name);
  try {
    return await reader.open(file.bytes, name);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return [{ state: 'refused', name, issue: unreadableIssue(error) }];
  }
}

async function readOne(
  { reader, bank }: Ports,
  document: OpenedDocument,
  path: string,
  textByName: Map<string, string>,
): Promise<PreviewSource> {
  const givenName = documentName(document.name);
  const unreadable = { state: 'unreadable', name: givenName, encoding: '', path } as const;
  if (document.state === 'refused') return { ...unreadable, issue: document.issue };
  const given = document.text;
  try {
    const name = freeDocumentName(givenName, (other) => (textByName.get(other) ?? given) !== given);
    const isRepeated = textByName.has(name);
    textByName.set(name, given);
    const before = await bank.findDocumentByName(name);
    const { corrections } = before ?? {};
    const { text, encoding, fileKind, table, mapping, issues } = withChosenColumns(document, before);
    const reading = await reader.read(text, name, corrections);
    return {
      state: 'read',
      name,
      encoding,
      text,
      path,
      reading,
      issues: [...namingIssues(givenName, name, isRepeated), ...issues],
      ...(fileKind !== 'text' && { fileKind }),
      ...(corrections && { corrections }),
      ...(table && { table }),
      ...(mapping && { mapping }),
    };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { ...unreadable, issue: unreadableIssue(error) };
  }
}

/** The issue of a document that could not be read. */
function unreadableIssue(error: Pick<AppError, 'code' | 'message' | 'details'>): ReadingIssue {
  const line = typeof error.details.line === 'number' ? error.details.line : 1;
  return { code: error.code, severity: 'error', line, message: error.message };
}

function namingIssues(givenName: string, name: string, isRepeated: boolean): ReadingIssue[] {
  if (isRepeated)
    return [
      {
        code: 'document-repeated',
        severity: 'info',
        line: 1,
        message: `${name} was given twice; it counts once.`,
      },
    ];
  if (name === givenName) return [];
  const message = `Another document named ${givenName} is in this import, so this one is kept as ${name}.`;
  return [{ code: 'document-renamed', severity: 'warning', line: 1, message }];
}
