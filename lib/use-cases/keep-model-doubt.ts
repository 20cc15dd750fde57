import type { GradeOutcome } from '../domain/grading';
import type { Question } from '../domain/question-bank';
import type { Clock, DoubtStore, Logger } from '../ports';
import { doubtOf } from './audit-references';
import { isoNow } from './iso-now';

/**
 * A reference that the model doubts while it grades is doubted in the bank too. One that was doubted before stays as it
 * is: the model had been told. That the doubt cannot be stored must not cost the person the grade.
 */
export async function keepModelDoubt(
  ports: { doubts?: Pick<DoubtStore, 'saveDoubts'>; clock: Clock; logger: Logger },
  question: Question,
  outcome: GradeOutcome,
): Promise<void> {
  if (!ports.doubts || outcome.state !== 'graded' || question.referenceDoubts?.length) return;
  const { grader, referenceDoubt: reason } = outcome.grade;
  if (grader.kind !== 'llm' || !grader.model || !reason) return;
  const at = isoNow(ports.clock);
  try {
    await ports.doubts.saveDoubts([
      doubtOf(question, { code: 'doubted-in-grading', reason, quote: '' }, grader.model, at),
    ]);
  } catch (error) {
    ports.logger.warn({ error, questionId: question.id }, 'a doubt about a reference was not stored');
  }
}
