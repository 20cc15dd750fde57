import type { BankIndex, BankStore, Logger } from '../ports';
import { followBank } from './follow-bank';

/**
 * Switches a document off (nothing of it is asked or looked up) or on again.
 * @throws AppError not-found `document-not-found`
 */
export async function setDocumentEnabled(
  ports: { bank: BankStore; index: Pick<BankIndex, 'refresh'>; logger: Logger },
  id: string,
  isEnabled: boolean,
): Promise<void> {
  await ports.bank.setDocumentEnabled(id, isEnabled);
  followBank(ports);
}
