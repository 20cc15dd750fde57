import { hashText } from '../domain/ids';
import { documentName } from '../domain/question-bank';
import type { BankStore, Clock, DocumentReader } from '../ports';
import { writeDocument } from './confirm-import';
import type { DocumentFile } from './read-documents';

/** 'removed': the person took it out, and it stays out. */
export type StarterBankOutcome = 'loaded' | 'updated' | 'unchanged' | 'removed';

/**
 * Puts the bank that ships with Viva among the documents, or brings it up to date; switched off, it stays off.
 * The caller lets the index follow.
 * @throws AppError invalid when the file cannot be read
 */
export async function loadStarterBank(
  ports: { bank: BankStore; reader: DocumentReader; clock: Clock },
  file: DocumentFile,
): Promise<StarterBankOutcome> {
  const name = documentName(file.name);
  const before = await ports.bank.findDocumentByName(name);
  if (before?.removedAt) return 'removed';
  const { text, encoding } = ports.reader.decode(file.bytes, name);
  if (before?.contentHash === hashText(text)) return 'unchanged';
  const corrections = before?.corrections;
  const reading = await ports.reader.read(text, name, corrections);
  await writeDocument(
    ports,
    { state: 'read', name, encoding, text, reading, ...(corrections && { corrections }) },
    false,
  );
  return before ? 'updated' : 'loaded';
}
