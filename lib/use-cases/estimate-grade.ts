import { type Grade, type GradingTask, gradeOffline, type Rubric } from '../domain/grading';

/** An offline grade by the rubric in hand: asked for where a model's grade is missing, and never averaged with one. */
export function estimateGrade({ task, rubric }: { task: GradingTask; rubric: Rubric }): Grade {
  return { ...gradeOffline({ ...task, points: rubric.points }), rubricId: rubric.id };
}
