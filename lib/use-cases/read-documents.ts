import { type AppError, isAppError } from '../domain/errors';
import { documentName, freeDocumentName, type ReadingIssue } from '../domain/question-bank';
import type { BankStore, DocumentReader, PreviewSource } from '../ports';

/** A document as it arrives. */
export interface DocumentFile {
  /** A file name or path: only its last part is used, as the document's name. */
  name: string;
  bytes: Uint8Array;
}

/**
 * Decodes and reads each document; one that cannot be read becomes an entry with the issue that says why, and the others
 * go on. Two different documents of one name get different names; the same one given twice keeps its name. What a person
 * corrected about a document the bank has is applied again.
 * @returns one entry per file, in order
 */
export async function readDocuments(
  ports: { reader: DocumentReader; bank: Pick<BankStore, 'findDocumentByName'> },
  files: readonly DocumentFile[],
): Promise<PreviewSource[]> {
  const textByName = new Map<string, string>();
  const sources: PreviewSource[] = [];
  for (const file of files) sources.push(await readOne(ports, file, textByName));
  return sources;
}

async function readOne(
  { reader, bank }: { reader: DocumentReader; bank: Pick<BankStore, 'findDocumentByName'> },
  file: DocumentFile,
  textByName: Map<string, string>,
): Promise<PreviewSource> {
  const givenName = documentName(file.name);
  try {
    const { text, encoding } = reader.decode(file.bytes, givenName);
    const name = freeDocumentName(givenName, (other) => (textByName.get(other) ?? text) !== text);
    const isRepeated = textByName.has(name);
    textByName.set(name, text);
    const corrections = (await bank.findDocumentByName(name))?.corrections;
    const reading = await reader.read(text, name, corrections);
    const issues = namingIssues(givenName, name, isRepeated);
    return { state: 'read', name, encoding, text, reading, issues, ...(corrections && { corrections }) };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { state: 'unreadable', name: givenName, encoding: '', issue: unreadableIssue(error) };
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
