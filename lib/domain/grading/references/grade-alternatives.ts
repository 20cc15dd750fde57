import type { Grade, GradingTask, KeyPoint, PointVerdict, Verdict } from '../model';
import { excuseDisputed } from './excuse';
import { standardsOf } from './standards';

const ORDER: readonly Verdict[] = ['contradicted', 'missing', 'partial', 'covered'];

/**
 * Grades an answer by each reference on its own and keeps the best: agreeing with one is enough. A point counts as said
 * when any reference's words for it were said; what one reference contradicts and another supports is not held against
 * the answer.
 * @param gradeOne grades by a single reference
 */
export function gradeByAlternatives(
  task: GradingTask & { points: KeyPoint[] },
  gradeOne: (task: GradingTask) => Grade,
): Grade {
  const grades = standardsOf(task.points).map(({ reference, points, isEnough }) => ({
    reference,
    isEnough,
    grade: gradeBy(task, reference, points, gradeOne),
  }));
  const best = grades
    .filter(({ isEnough }) => isEnough)
    .reduce((kept, next) => (next.grade.score > kept.grade.score ? next : kept));
  const points = task.points.flatMap(({ id, core }) => {
    const verdicts = grades.flatMap(({ grade }) => grade.points.filter(({ pointId }) => pointId === id));
    return verdicts.length > 0 ? [{ ...verdicts.reduce(better), core }] : [];
  });
  return { ...best.grade, points, ...(best.reference > 0 ? { restsOn: best.reference } : {}) };
}

function better(left: PointVerdict, right: PointVerdict): PointVerdict {
  return ORDER.indexOf(right.verdict) > ORDER.indexOf(left.verdict) ? right : left;
}

/** By one reference; a point on which another one agrees with the answer is taken out and the rest graded again. */
function gradeBy(
  task: GradingTask,
  reference: number,
  points: readonly KeyPoint[],
  gradeOne: (task: GradingTask) => Grade,
): Grade {
  const text = task.references[reference] ?? '';
  const grade = gradeOne({ ...task, references: [text], points: [...points] });
  const verdicts = excuseDisputed(grade.points, { ...task, points });
  const isExcused = (id: string) =>
    verdicts.some(({ pointId }, index) => pointId === id && verdicts[index] !== grade.points[index]);
  const kept = points.filter(({ id }) => !isExcused(id));
  if (kept.length === points.length) return grade;
  const rest = points
    .filter(({ id }) => isExcused(id))
    .reduce((left, { evidence = '' }) => left.replace(evidence, ' '), text);
  const again = kept.length > 0 ? gradeOne({ ...task, references: [rest], points: kept }) : grade;
  return {
    ...again,
    points: verdicts.map(
      (verdict) =>
        again.points.find(({ pointId }) => pointId === verdict.pointId && !isExcused(pointId)) ?? verdict,
    ),
  };
}
