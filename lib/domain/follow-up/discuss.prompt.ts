import type { Prompt } from '../prompt';
import { type ExaminerContext, examinerPrefix, examinerRequest } from './examiner-prompt';
import { asSources, type Excerpt } from './excerpt';

const TASK = `Task DISCUSS: the answer is graded; the grade is shown and does not change here. Answer what the candidate asks, from the numbered sources and the reference, in at most 250 Chinese characters or 150 English words of Markdown. Name a source you used as [1], [2] … When the sources do not settle it, say so before you add what you know.`;

export interface DiscussVariables extends ExaminerContext {
  asked: string;
  excerpts: readonly Excerpt[];
}

export const discussPrompt: Prompt<DiscussVariables> = {
  id: 'follow-up/discuss@1',
  render: (variables) => [
    examinerPrefix(variables, TASK),
    examinerRequest(variables, `Sources:\n${asSources(variables.excerpts)}`, variables.asked),
  ],
};
