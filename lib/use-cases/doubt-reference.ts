import { AppError } from '../domain/errors';
import { stableId } from '../domain/ids';
import { type ReferenceDoubt, referenceBasis } from '../domain/question-bank';
import type { BankStore, Clock, DoubtStore } from '../ports';
import { requireQuestion } from './get-question';
import { isoNow } from './iso-now';
import { refuseOutdated } from './refuse-outdated';

/**
 * A person says that a reference is wrong, whether or not anything else doubted it. Taken back like any other doubt.
 * @param reason one sentence; shown wherever the reference is
 * @param basis what the person saw (`QuestionDetails.basis`); absent: what it says now is meant
 * @throws AppError not-found `question-not-found`; invalid `no-reference`; conflict `question-edited-meanwhile`
 */
export async function doubtReference(
  ports: {
    bank: Pick<BankStore, 'findQuestion'>;
    doubts: Pick<DoubtStore, 'saveDoubts' | 'setDoubtState'>;
    clock: Clock;
  },
  questionId: string,
  reason: string,
  basis?: string,
): Promise<ReferenceDoubt> {
  const question = await requireQuestion(ports, questionId);
  refuseOutdated(question, basis);
  if (question.answer.trim() === '' && !question.explanation?.trim())
    throw new AppError('invalid', 'no-reference', 'This question has no reference answer.');
  const basisHash = referenceBasis(question);
  const at = isoNow(ports.clock);
  const doubt: ReferenceDoubt = {
    id: stableId('x', 'person', questionId, basisHash, reason),
    questionId,
    basisHash,
    source: 'person',
    code: 'marked-wrong',
    reason,
    quote: '',
    state: 'confirmed',
    at,
  };
  await ports.doubts.saveDoubts([doubt]);
  // The same was said and taken back before: now it holds again.
  return ports.doubts.setDoubtState(doubt.id, 'confirmed', at);
}
