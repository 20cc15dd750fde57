import { gradeFromVerdicts } from '../grade-from-verdicts';
import type { PointedTask } from '../grading-prompt';
import type { Grade, Grader } from '../model';
import type { VerifiedVerdicts } from '../verify-verdicts';
import { excuseDisputed } from './excuse';
import { standardsOf } from './standards';

/**
 * A grade from verified verdicts on the points of several references: measured by each standard on its own, the best
 * counts. With one reference it is the grade from the verdicts.
 */
export function gradeFromReferences(task: PointedTask, verified: VerifiedVerdicts, grader: Grader): Grade {
  const verdicts = excuseDisputed(verified.points, task);
  const standards = standardsOf(task.points).filter(({ isEnough }) => isEnough);
  const grades = standards.map(({ reference, points }) => {
    const core = new Set(points.filter((point) => point.core).map(({ id }) => id));
    const measured = verdicts.map((verdict) => ({ ...verdict, core: core.has(verdict.pointId) }));
    return { reference, grade: gradeFromVerdicts({ ...verified, points: measured }, grader) };
  });
  const best = grades.reduce((kept, next) => (next.grade.score > kept.grade.score ? next : kept));
  return { ...best.grade, points: verdicts, ...(best.reference > 0 ? { restsOn: best.reference } : {}) };
}
