import type { Prompt } from '../prompt';
import { type ExaminerContext, examinerPrefix, examinerRequest } from './examiner-prompt';
import { asSources, type Excerpt } from './excerpt';

const TASK = `Task CLARIFY: say what the question means: explain its terms and what sort of answer it asks for (a reason, a comparison, steps …), in at most 150 Chinese characters or 90 English words of Markdown. Do not answer the question: nothing of the reference or the key points beyond what the question itself says.`;

export interface ClarifyVariables extends ExaminerContext {
  /** What the candidate wants to know about the question; may be empty. */
  asked: string;
  excerpts: readonly Excerpt[];
}

export const clarifyPrompt: Prompt<ClarifyVariables> = {
  id: 'follow-up/clarify@1',
  render: (variables) => [
    examinerPrefix(variables, TASK),
    examinerRequest(
      variables,
      `Other places in the candidate's bank:\n${asSources(variables.excerpts)}`,
      variables.asked,
    ),
  ],
};
