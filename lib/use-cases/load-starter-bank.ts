import { hashText } from '../domain/ids';
import { documentName } from '../domain/question-bank';
import type { BankStore, Clock, DocumentReader } from '../ports';
import { writeDocument } from './confirm-import';
import type { DocumentFile } from './read-documents';

/**
 * 'removed': the person took it out, and it stays out. 'own': a document of that name is the person's own, a version of the
 * bank that they rewrote for example, and stays as it is.
 */
export type StarterBankOutcome = 'loaded' | 'updated' | 'unchanged' | 'removed' | 'own';

/**
 * Puts the bank that ships with Viva among the documents, or brings it up to date; switched off, it stays off.
 * The caller lets the index follow.
 * @param shipped SHA-256 of each text that Viva ever came with: only one of these is brought up to date
 * @throws AppError invalid when the file cannot be read
 */
export async function loadStarterBank(
  ports: { bank: BankStore; reader: DocumentReader; clock: Clock },
  file: DocumentFile,
  shipped: readonly string[],
): Promise<StarterBankOutcome> {
  const name = documentName(file.name);
  const before = await ports.bank.findDocumentByName(name);
  if (before?.removedAt) return 'removed';
  const { text, encoding } = ports.reader.decode(file.bytes, name);
  if (before?.contentHash === hashText(text)) return 'unchanged';
  // A checkout may have given the lines other ends.
  if (before && !shipped.includes(hashText(before.text.replaceAll('\r\n', '\n')))) return 'own';
  const corrections = before?.corrections;
  const reading = await ports.reader.read(text, name, corrections);
  await writeDocument(
    ports,
    { state: 'read', name, encoding, text, reading, ...(corrections && { corrections }) },
    false,
  );
  return before ? 'updated' : 'loaded';
}
