import type { Clock, MergeStore } from '../ports';
import { isoNow } from './iso-now';

/**
 * Remembers that a question is none of the others, so that nobody proposes it again.
 * @throws AppError not-found `question-not-found`
 */
export async function keepQuestionsApart(
  ports: { merges: Pick<MergeStore, 'keepApart'>; clock: Clock },
  id: string,
  others: readonly string[],
): Promise<void> {
  const at = isoNow(ports.clock);
  for (const other of others) await ports.merges.keepApart(id, other, at);
}
