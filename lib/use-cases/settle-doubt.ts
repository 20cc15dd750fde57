import type { ReferenceDoubt } from '../domain/question-bank';
import type { Clock, DoubtStore } from '../ports';
import { isoNow } from './iso-now';

/**
 * What a person says of a doubt: it is none ('dismissed'), the reference is wrong ('confirmed'), or neither yet ('open').
 * @throws AppError not-found `doubt-not-found`
 */
export function settleDoubt(
  { doubts, clock }: { doubts: Pick<DoubtStore, 'setDoubtState'>; clock: Clock },
  id: string,
  state: ReferenceDoubt['state'],
): Promise<ReferenceDoubt> {
  return doubts.setDoubtState(id, state, isoNow(clock));
}
