import type { BankIndex, Clock, Logger, MergeStore } from '../ports';
import { followBank } from './follow-bank';
import { isoNow } from './iso-now';

/**
 * Makes a merged question one of its own again; the two are not merged or proposed again.
 * @throws AppError not-found `question-not-found`
 */
export async function splitQuestion(
  ports: {
    merges: Pick<MergeStore, 'split'>;
    index: Pick<BankIndex, 'refresh'>;
    clock: Clock;
    logger: Logger;
  },
  id: string,
): Promise<void> {
  await ports.merges.split(id, isoNow(ports.clock));
  followBank(ports);
}
