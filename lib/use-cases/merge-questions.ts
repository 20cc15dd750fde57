import { AppError } from '../domain/errors';
import type { BankIndex, BankStore, Logger, MergeStore } from '../ports';
import { followBank } from './follow-bank';
import { requireQuestion } from './get-question';
import { refuseOutdated } from './refuse-outdated';

/** A question as a person saw it. */
export interface SeenQuestion {
  id: string;
  basis: string;
}

/**
 * Makes several questions one: asked as `into`, with the others' answers as further references.
 * @param seen of questions, by id, what the person saw (`QuestionDetails.basis`)
 * @throws AppError not-found `question-not-found`; invalid `merge-with-itself`, `merge-of-kinds`; conflict
 *   `question-edited-meanwhile` when one of them is not what was seen
 */
export async function mergeQuestions(
  ports: {
    bank: Pick<BankStore, 'findQuestion'>;
    merges: Pick<MergeStore, 'merge'>;
    index: Pick<BankIndex, 'refresh'>;
    logger: Logger;
  },
  ids: readonly string[],
  into: string,
  seen: readonly SeenQuestion[] = [],
): Promise<void> {
  await refuseOtherKinds(ports.bank, ids, into);
  for (const { id, basis } of seen) refuseOutdated(await requireQuestion(ports, id), basis);
  await ports.merges.merge(ids, into);
  followBank(ports);
}

/** What is answered by a letter is no reference for what is answered in words, nor the other way round. */
async function refuseOtherKinds(
  bank: Pick<BankStore, 'findQuestion'>,
  ids: readonly string[],
  into: string,
): Promise<void> {
  const found = await Promise.all([into, ...ids].map((id) => bank.findQuestion(id)));
  const [root, ...others] = found;
  const other = others.find((question) => root && question && question.kind !== root.kind);
  if (!other) return;
  const message = 'A multiple-choice question and an open one cannot become one question.';
  throw new AppError('invalid', 'merge-of-kinds', message, { details: { id: other.id, into } });
}
