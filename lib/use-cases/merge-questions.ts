import type { BankIndex, Logger, MergeStore } from '../ports';
import { followBank } from './follow-bank';

/**
 * Makes several questions one: asked as `into`, with the others' answers as further references.
 * @throws AppError not-found `question-not-found`; invalid `merge-with-itself`
 */
export async function mergeQuestions(
  ports: { merges: Pick<MergeStore, 'merge'>; index: Pick<BankIndex, 'refresh'>; logger: Logger },
  ids: readonly string[],
  into: string,
): Promise<void> {
  await ports.merges.merge(ids, into);
  followBank(ports);
}
