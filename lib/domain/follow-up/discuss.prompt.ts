import { type Grade, oneLine } from '../grading';
import type { Prompt } from '../prompt';
import { type ExaminerContext, examinerPrefix, examinerRequest } from './examiner-prompt';
import { asSources, type Excerpt } from './excerpt';

const TASK = `Task DISCUSS: the answer is graded; the grade is shown and does not change here. Answer what the candidate asks, from the numbered sources and the reference, in at most 250 Chinese characters or 150 English words of Markdown. Name a source you used as [1], [2] … When the sources do not settle it, say so before you add what you know. Whoever finds the grade wrong is told which of their words a point rests on, or that none were found for it, and that they can contest the point.`;

function verdictsOf(grade: Pick<Grade, 'points'>): string {
  const lines = grade.points.map(({ verdict, point }) => `- ${verdict}: ${oneLine(point)}`);
  return `Verdicts that the candidate sees:\n${lines.join('\n')}\n\n`;
}

export interface DiscussVariables extends ExaminerContext {
  asked: string;
  excerpts: readonly Excerpt[];
  /** The grade that the candidate sees. */
  grade?: Pick<Grade, 'points'>;
}

export const discussPrompt: Prompt<DiscussVariables> = {
  id: 'follow-up/discuss@2',
  render: (variables) => [
    examinerPrefix(variables, TASK),
    examinerRequest(
      variables,
      `${variables.grade ? verdictsOf(variables.grade) : ''}Sources:\n${asSources(variables.excerpts)}`,
      variables.asked,
    ),
  ],
};
