import { AppError } from '../domain/errors';
import type { ImportResult, MergeNote } from '../domain/question-bank';
import type { BankIndex, BankStore, Clock, DocumentReader, Logger, MergeStore, PreviewStore } from '../ports';
import { followBank } from './follow-bank';
import { requirePreview } from './get-import';
import { isoNow } from './iso-now';
import { mergeExactDuplicates, mergeNotes } from './merge-exact-duplicates';
import { type DocumentPlan, planDocument, type ReadSource, renameBesides } from './plan-document';
import { staleCheck } from './preview-source';

export interface ConfirmChoices {
  /** Names of documents to keep beside the one of the same name, instead of replacing it. */
  keepBoth?: readonly string[];
  /** Of documents, by name, what the person saw (`PreviewDocument.basis`); what is not named is written as it is. */
  seen?: readonly { document: string; basis: string }[];
}

export interface ConfirmPorts {
  bank: BankStore;
  merges: MergeStore;
  previews: PreviewStore;
  reader: DocumentReader;
  clock: Clock;
  index: Pick<BankIndex, 'refresh'>;
  logger: Logger;
}

/**
 * Brings a previewed import into the bank, each document whole or not at all; unreadable ones are left out. Questions
 * that are in the bank already, word for word, become one with those. Nobody changes the preview meanwhile.
 * @throws AppError not-found `import-not-found`; invalid `nothing-to-import` when none could be read; conflict
 *   `import-held` while it is being confirmed already, `import-changed-meanwhile` when it is not what was seen; then nothing
 *   is written
 */
export async function confirmImport(
  ports: ConfirmPorts,
  previewId: string,
  choices: ConfirmChoices = {},
): Promise<ImportResult> {
  const release = await ports.previews.hold(previewId);
  try {
    return await writeImport(ports, previewId, choices);
  } finally {
    release();
  }
}

async function writeImport(
  ports: ConfirmPorts,
  previewId: string,
  choices: ConfirmChoices,
): Promise<ImportResult> {
  const { sources } = await requirePreview(ports, previewId);
  const readable = sources.filter((source) => source.state === 'read');
  if (readable.length === 0)
    throw new AppError('invalid', 'nothing-to-import', 'None of these documents could be read.');
  await refuseUnseen(ports, readable, choices.seen ?? []);
  const documents: ImportResult['documents'] = [];
  for (const source of withoutRepeats(readable)) {
    const isKeptBeside = choices.keepBoth?.includes(source.name) ?? false;
    documents.push(summary(await writeDocument(ports, source, isKeptBeside)));
  }
  const merged = await mergeExactDuplicates(ports);
  await ports.previews.remove(previewId);
  followBank(ports);
  const ids = documents.map(({ id }) => id);
  return {
    documents: documents.map((document) => withNotes(document, mergeNotes(merged, document.id, ids))),
  };
}

async function refuseUnseen(
  ports: Pick<ConfirmPorts, 'bank'>,
  sources: readonly ReadSource[],
  seen: NonNullable<ConfirmChoices['seen']>,
): Promise<void> {
  const bases = new Map(seen.map(({ document, basis }) => [document, basis]));
  for (const source of withoutRepeats(sources))
    (await staleCheck(ports, source.name, bases.get(source.name)))(source);
}

/** Writes one document in one transaction; nothing is written when nothing changed. */
export async function writeDocument(
  ports: { bank: BankStore; reader: DocumentReader; clock: Clock },
  source: ReadSource,
  isKeptBeside: boolean,
): Promise<DocumentPlan> {
  const named = isKeptBeside ? await renameBesides(ports, source) : source;
  const plan = await planDocument(ports, named, isoNow(ports.clock));
  if (plan.status !== 'unchanged') await ports.bank.saveDocument(plan.write);
  return plan;
}

/** Sources of one name hold the same text (see readDocuments), so the first stands for all. */
export function withoutRepeats(sources: readonly ReadSource[]): ReadSource[] {
  const seen = new Set<string>();
  return sources.filter(({ name }) => !seen.has(name) && seen.add(name));
}

function withNotes(
  document: ImportResult['documents'][number],
  merged: MergeNote[],
): ImportResult['documents'][number] {
  return merged.length > 0 ? { ...document, merged } : document;
}

function summary(plan: DocumentPlan): ImportResult['documents'][number] {
  const count = (change: string) => plan.questions.filter((entry) => entry.change === change).length;
  return {
    id: plan.write.document.id,
    name: plan.write.document.name,
    added: count('new'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    retired: plan.retired.length,
    passages: plan.write.passages.length,
  };
}
