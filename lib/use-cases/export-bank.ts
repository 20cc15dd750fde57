import { AppError } from '../domain/errors';
import { EXPORT_FORMATS, type ExportFormat, entryOf } from '../domain/question-bank';
import type { BankStore } from '../ports';

export interface ExportRequest {
  format: ExportFormat;
  /** Only these documents, switched-off ones too; absent: all that can be asked from. */
  documentIds?: readonly string[];
}

export interface ExportedBank {
  /** The document's own name where it is one, so that importing the file again finds it; safe to save under. */
  fileName: string;
  mediaType: string;
  text: string;
  questions: number;
}

/** Signs that some system does not take in a file name. */
const UNSAFE = /[<>:"/\\|?*]/gu;

/**
 * The bank as a file that reads back to the letter: questions as they count now, a person's edits applied, in document
 * order. Those that vanished from their document, or were merged into another, are left out.
 * @throws AppError not-found `document-not-found`.
 */
export async function exportBank(
  ports: { bank: BankStore },
  { format, documentIds }: ExportRequest,
): Promise<ExportedBank> {
  const found = await ports.bank.listQuestions(documentIds ? { documentIds, includeInactive: true } : {});
  const questions = found.filter(
    ({ retiredAt, mergedInto }) => retiredAt === null && mergedInto === undefined,
  );
  const names = documentIds
    ? await namesOf(ports.bank, documentIds)
    : [...new Set(questions.map(({ documentName }) => documentName))];
  const title = titleOf(names);
  const { extension, mediaType, print } = EXPORT_FORMATS[format];
  return {
    fileName: `${title?.replace(UNSAFE, '_') ?? 'viva-bank'}.${extension}`,
    mediaType: `${mediaType}; charset=utf-8`,
    text: print(questions.map(entryOf), title === null ? {} : { title }),
    questions: questions.length,
  };
}

async function namesOf(bank: BankStore, ids: readonly string[]): Promise<string[]> {
  const documents = await Promise.all([...new Set(ids)].map((id) => bank.findDocument(id)));
  return documents.map((document) => {
    if (document !== null && document.removedAt === null) return document.name;
    throw new AppError('not-found', 'document-not-found', 'There is no such document in the bank.');
  });
}

/** The only document's name without its ending; null when they are several, or none. */
function titleOf(names: readonly string[]): string | null {
  const [name] = names;
  return name === undefined || names.length > 1 ? null : name.replace(/(?<=.)\.[\p{L}\p{N}]{1,10}$/u, '');
}
