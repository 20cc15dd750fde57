import type { BankIndex, BankStore, Clock, Logger } from '../ports';
import { followBank } from './follow-bank';
import { isoNow } from './iso-now';

/**
 * Takes a document out of the bank. Its questions are retired and old interviews keep them; importing it again brings
 * them back.
 * @throws AppError not-found `document-not-found`
 */
export async function removeDocument(
  ports: { bank: BankStore; clock: Clock; index: Pick<BankIndex, 'refresh'>; logger: Logger },
  id: string,
): Promise<void> {
  await ports.bank.removeDocument(id, isoNow(ports.clock));
  followBank(ports);
}
