import type { BankIndex, Logger } from '../ports';
import type { DoubtWatch } from './watch-doubts';

/**
 * Lets look-up catch up with the bank without keeping the person waiting: until then it serves what it had. A failure is
 * logged; the next change, or the next start, tries again. Where references are watched, they are looked over too.
 */
export function followBank(ports: {
  index: Pick<BankIndex, 'refresh'>;
  logger: Logger;
  doubtWatch?: Pick<DoubtWatch, 'follow'>;
}): void {
  ports.doubtWatch?.follow();
  ports.index.refresh().catch((error: unknown) => {
    ports.logger.error({ error }, 'look-up could not follow the bank');
  });
}
