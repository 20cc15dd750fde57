import type { MergeNote, PreviewDocument, ReadingIssue } from '../domain/question-bank';
import type {
  BankIndex,
  BankStore,
  Clock,
  DocumentReader,
  Logger,
  MergeStore,
  PreviewSource,
} from '../ports';
import { withoutRepeats, writeDocument } from './confirm-import';
import { describeImport } from './describe-import';
import { isoNow } from './iso-now';
import { mergeExactDuplicates, mergeNotes } from './merge-exact-duplicates';
import type { ReadSource } from './plan-document';
import { type DocumentFile, readDocuments } from './read-documents';

export interface ImportOptions {
  /** Reads and compares, writes nothing. */
  isDryRun?: boolean;
  /** Asked for each document that shares no question with the bank's document of the same name; absent: it is replaced. */
  keepsBoth?(document: PreviewDocument): Promise<boolean>;
  /** Reads each document once more, in another way, before anything is made of it. */
  refine?(source: ReadSource): Promise<ReadSource>;
}

/**
 * Preview and confirmation in one, for the command line. Returns when everything can be searched; that vectors cannot
 * be made is logged. A question that became
 * one with another is an issue of severity 'info'.
 * @returns one entry per file, in order; `status` 'error' for those that could not be read
 */
export async function importDocuments(
  ports: {
    bank: BankStore;
    merges: MergeStore;
    reader: DocumentReader;
    clock: Clock;
    index: Pick<BankIndex, 'refresh'>;
    logger: Logger;
  },
  files: readonly DocumentFile[],
  options: ImportOptions = {},
): Promise<PreviewDocument[]> {
  const sources = await refined(await readDocuments(ports, files), options);
  const documents = await describeImport(ports, sources, isoNow(ports.clock));
  if (options.isDryRun) return documents;
  const beside = new Set<string>();
  for (const document of documents)
    if (document.nameConflict && (await options.keepsBoth?.(document))) beside.add(document.name);
  const written = new Map<string, Written>();
  for (const source of withoutRepeats(sources.filter((each) => each.state === 'read'))) {
    const plan = await writeDocument(ports, source, beside.has(source.name));
    const ids = plan.questions.map(({ id }) => id);
    written.set(source.name, { ...plan.write.document, ids });
  }
  const merged = await mergeExactDuplicates(ports);
  // What was written is told, also where no vectors can be made of it: its words are found all the same.
  await ports.index.refresh().catch((error: unknown) => {
    ports.logger.error({ error }, 'look-up could not follow the bank; only words are searched');
  });
  const ids = [...written.values()].map(({ id }) => id);
  return documents.map((document) => {
    const now = written.get(document.name);
    return now ? withNotes(asWritten(document, now), mergeNotes(merged, now.id, ids)) : document;
  });
}

async function refined(
  sources: readonly PreviewSource[],
  { refine }: ImportOptions,
): Promise<PreviewSource[]> {
  if (!refine) return [...sources];
  const done = new Map<string, ReadSource>();
  const all: PreviewSource[] = [];
  for (const source of sources) {
    // A document that was given twice is one: see readDocuments.
    const better = source.state === 'read' ? (done.get(source.name) ?? (await refine(source))) : source;
    if (better.state === 'read') done.set(better.name, better);
    all.push(better);
  }
  return all;
}

/** The document as it is in the bank, and the ids of its questions in order. */
interface Written {
  id: string;
  name: string;
  ids: string[];
}

/** A document that was kept beside another has another name and ids than the preview said. */
function asWritten(document: PreviewDocument, written: Written): PreviewDocument {
  if (document.status === 'error') return document;
  const questions = document.questions.map((question, index) => ({
    ...question,
    id: written.ids[index] ?? question.id,
  }));
  return { ...document, name: written.name, questions };
}

function withNotes(document: PreviewDocument, notes: readonly MergeNote[]): PreviewDocument {
  return { ...document, issues: [...document.issues, ...notes.map(noteIssue)] };
}

function noteIssue({ line, withDocument, withLine }: MergeNote): ReadingIssue {
  const message = `The same question stands in ${withDocument}, line ${withLine}; the two are one question with both sources.`;
  return { code: 'merged-duplicate', severity: 'info', line, message };
}
