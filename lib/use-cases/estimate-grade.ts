import {
  type Grade,
  type GradingTask,
  gradeOffline,
  notingDoubts,
  type OfflineOptions,
  type Rubric,
} from '../domain/grading';

/** An offline grade by the rubric in hand: asked for where a model's grade is missing, and never averaged with one. */
export function estimateGrade(input: { task: GradingTask; rubric: Rubric; offline?: OfflineOptions }): Grade {
  const { task, rubric, offline } = input;
  const grade = gradeOffline({ ...task, points: rubric.points }, offline);
  return notingDoubts({ ...grade, rubricId: rubric.id }, task);
}
