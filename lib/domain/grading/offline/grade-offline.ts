import { gradeChoice, hasKey } from '../choice';
import type { Grade, GradingTask, KeyPoint } from '../model';
import { disagreements } from '../references/disagreements';
import { gradeByAlternatives } from '../references/grade-alternatives';
import { bestOf, gradeOpen, type OfflineOptions } from './grade-open';

/**
 * Grades an answer without a model. Deterministic, never throws, every answer gets a number: an estimate from the words
 * alone, so the page shows its band and not its digits.
 */
export function gradeOffline(task: GradingTask, options: OfflineOptions = {}): Grade {
  if (task.kind === 'choice') return gradeChoiceOffline(task, options);
  const gradeOne = (one: GradingTask) => gradeOpen(one, options);
  if (isOfSeveral(task)) return gradeByAlternatives(task, gradeOne);
  const grade = gradeOne(task);
  const isHarmed = grade.score === 0 || grade.points.some(({ verdict }) => verdict === 'contradicted');
  if (task.points?.length || !isHarmed) return grade;
  if (disagreements(task.question, task.references).length === 0) return grade;
  // Who agrees with one of two references that contradict each other contradicts the other.
  return bestOf([
    grade,
    ...task.references.map((reference) => gradeOne({ ...task, references: [reference] })),
  ]);
}

/** Whether the points say which of several references they come from. */
function isOfSeveral(task: GradingTask): task is GradingTask & { points: KeyPoint[] } {
  return (
    task.points?.some(({ reference, alsoIn }) => reference !== undefined || alsoIn !== undefined) ?? false
  );
}

/** The letter alone decides; reasons are matched against the references and stand beside it as bonus points. */
function gradeChoiceOffline(task: GradingTask, options: OfflineOptions): Grade {
  const { choice } = gradeChoice(task);
  const reasons = gradeOpen(task, options);
  const isRight = choice?.isRight ?? false;
  return {
    ...reasons,
    score: isRight ? 1 : 0,
    band: isRight ? 5 : 0,
    points: reasons.points.map((point) => ({ ...point, core: false })),
    ...(choice ? { choice } : {}),
    flags: [
      ...reasons.flags.filter((flag) => flag === 'empty' || flag === 'injection'),
      ...(hasKey(task) ? [] : (['no-reference'] as const)),
    ],
  };
}
