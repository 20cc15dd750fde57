import { AppError } from '../domain/errors';
import type { BankDocument } from '../domain/question-bank';
import type { BankStore } from '../ports';

/**
 * A document with its source text, a removed one too, so that old interviews can still show where a question came from.
 * @throws AppError not-found `document-not-found`
 */
export async function getDocument({ bank }: { bank: BankStore }, id: string): Promise<BankDocument> {
  const document = await bank.findDocument(id);
  if (!document)
    throw new AppError('not-found', 'document-not-found', 'There is no such document in the bank.', {
      details: { id },
    });
  return document;
}
