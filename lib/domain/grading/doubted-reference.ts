import type { Grade, GradingTask } from './model';

/** The grade with a note that it rests on a doubted reference; as it is when nobody doubts the reference. */
export function notingDoubts(
  grade: Grade,
  { referenceDoubts = [] }: Pick<GradingTask, 'referenceDoubts'>,
): Grade {
  const [first] = referenceDoubts;
  if (first === undefined) return grade;
  return {
    ...grade,
    flags: [...new Set([...grade.flags, 'reference-doubted' as const])],
    referenceDoubt: grade.referenceDoubt || first,
  };
}
