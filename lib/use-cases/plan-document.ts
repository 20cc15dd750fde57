import { hashText, stableId } from '../domain/ids';
import {
  type BankDocument,
  freeDocumentName,
  identifyPassages,
  type PreviewDocument,
  type PreviewQuestion,
  previewBasis,
  type ReadingIssue,
  reconcileDocument,
} from '../domain/question-bank';
import type { BankStore, DocumentChange, DocumentReader, PreviewSource } from '../ports';
import { chosenColumns } from './chosen-columns';

export type ReadSource = Extract<PreviewSource, { state: 'read' }>;

/** What importing one document would write, and what that means. */
export interface DocumentPlan {
  status: 'new' | 'changed' | 'unchanged';
  write: DocumentChange;
  /** The questions of the document as it is now, in order, under the ids they get. */
  questions: PreviewQuestion[];
  retired: { id: string; stem: string }[];
  issues: ReadingIssue[];
  /** See `PreviewDocument.basis`. */
  basis: string;
  nameConflict?: NonNullable<PreviewDocument['nameConflict']>;
}

/** Fits a document that was read to the bank; writes nothing. `now` is ISO 8601. */
export async function planDocument(
  ports: { bank: BankStore },
  source: ReadSource,
  now: string,
): Promise<DocumentPlan> {
  const before = await ports.bank.findDocumentByName(source.name);
  const existing = before ? await ports.bank.questionsOfDocument(before.id) : [];
  const document = documentOf(source, before, now);
  const result = reconcileDocument({
    document,
    existing,
    reading: source.reading,
    now,
    removedAt: before?.removedAt,
  });
  const questions = source.reading.questions.map((question, index) => ({
    ...question,
    id: result.questions[index]?.id ?? question.id,
    change: result.changes[index] ?? 'new',
  }));
  const status = statusOf(document, before, result);
  const known = new Set(existing.map(({ id }) => id));
  const isShared = questions.some(({ id }) => known.has(id));
  const isConflict = status === 'changed' && !isShared && result.retired.length > 0;
  return {
    status,
    write: {
      document,
      questions: result.questions,
      passages: identifyPassages(document, source.reading.passages),
    },
    questions,
    retired: result.retired,
    issues: await contentIssues(ports, document),
    basis: previewBasis(source, before),
    ...(isConflict && { nameConflict: { documentId: document.id, questions: result.retired.length } }),
  };
}

/** Gives a document a name of its own beside the one in the bank; the same text again finds the name it got before. */
export async function renameBesides(
  ports: { bank: BankStore; reader: DocumentReader },
  source: ReadSource,
): Promise<ReadSource> {
  const hash = hashText(source.text);
  const known = await ports.bank.listDocuments({ includeRemoved: true });
  const name = freeDocumentName(source.name, (other) =>
    known.some(
      (document) => document.name === other && (other === source.name || document.contentHash !== hash),
    ),
  );
  const reading = await ports.reader.read(source.text, name, source.corrections);
  return { ...source, name, reading };
}

function documentOf(source: ReadSource, before: BankDocument | null, now: string): BankDocument {
  const isInBank = before?.removedAt === null;
  const columnMapping = chosenColumns(source);
  return {
    id: before?.id ?? stableId('d', source.name),
    name: source.name,
    contentHash: hashText(source.text),
    encoding: source.encoding,
    format: source.reading.format,
    ...(source.fileKind && { fileKind: source.fileKind }),
    text: source.text,
    ...(source.corrections?.length && { corrections: source.corrections }),
    ...(columnMapping && { columnMapping }),
    isEnabled: isInBank ? before.isEnabled : true,
    importedAt: now,
    removedAt: null,
  };
}

function statusOf(
  document: BankDocument,
  before: BankDocument | null,
  result: ReturnType<typeof reconcileDocument>,
): DocumentPlan['status'] {
  if (!before || before.removedAt !== null) return 'new';
  const isSameText = before.contentHash === document.contentHash;
  const isReadAlike =
    isSameJson(before.corrections ?? [], document.corrections ?? []) &&
    isSameJson(before.columnMapping ?? null, document.columnMapping ?? null);
  const isSame = result.retired.length === 0 && result.changes.every((change) => change === 'unchanged');
  return isSameText && isReadAlike && isSame ? 'unchanged' : 'changed';
}

function isSameJson(before: unknown, now: unknown): boolean {
  return JSON.stringify(before) === JSON.stringify(now);
}

async function contentIssues({ bank }: { bank: BankStore }, document: BankDocument): Promise<ReadingIssue[]> {
  const twin = (await bank.listDocuments()).find(
    (other) => other.id !== document.id && other.contentHash === document.contentHash,
  );
  if (!twin) return [];
  const message = `The bank already has the same text as ${twin.name}; its questions would be there twice.`;
  return [{ code: 'document-same-content', severity: 'info', line: 1, message }];
}
