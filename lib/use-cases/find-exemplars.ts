import type { Exemplar, GradingTask, Rubric } from '../domain/grading';
import { type InterviewState, personalGrade } from '../domain/interview';
import type { InterviewStore } from '../ports';
import { LOOKED_THROUGH, latestInterviews } from './latest-interviews';

/**
 * The task with the person's own earlier answers to the question whose verdicts they corrected: what a model sees of how
 * they want it graded. A machine's verdicts alone are left out, for they would only confirm themselves.
 */
export async function withExemplars(
  ports: { interviews: Pick<InterviewStore, 'listIds' | 'load'> },
  task: GradingTask,
  { questionId }: Pick<Rubric, 'questionId'>,
): Promise<GradingTask> {
  if (task.kind === 'choice') return task;
  const latest = await latestInterviews(ports, LOOKED_THROUGH);
  const exemplars = latest.flatMap((state) => exemplarsIn(state, questionId));
  return exemplars.length > 0 ? { ...task, exemplars: [...(task.exemplars ?? []), ...exemplars] } : task;
}

/** Answers of one turn that carry verdicts of the person, with those in place of the machine's. */
function exemplarsIn(state: InterviewState, questionId: string): Exemplar[] {
  return state.questions
    .filter(({ question }) => question.id === questionId)
    .flatMap(({ question, answers }) =>
      answers.flatMap((answer): Exemplar[] => {
        const grade = answer.isContinuation ? null : personalGrade(answer, question.kind);
        if (!grade) return [];
        return [{ answer: answer.text, score: grade.score, points: grade.points, by: 'person' }];
      }),
    );
}
