import { z } from 'zod';
import { oneLine } from '../grading';
import type { JsonPrompt } from '../prompt';
import { type ExaminerContext, examinerPrefix, examinerRequest } from './examiner-prompt';

const TASK = `Task HINT: help the candidate to remember, without telling. Step 1: say how many points are still open and what they are about. Step 2: say of each open point what kind of thing it is (a definition, a reason, a number, a step, a call) and how to get to it. Never use six consecutive characters, or three consecutive words, of a key point that stand in neither the question nor the candidate's words.
Reply with one JSON object and nothing else: {"text":"the hint, at most 120 Chinese characters or 70 English words"}`;

export const hintReplySchema = z.object({ text: z.string().min(1) });

export interface HintVariables extends ExaminerContext {
  step: 1 | 2;
  /** Texts of the points that are not covered yet. */
  open: readonly string[];
}

/** Steps 1 and 2; the third is always made by rules, since its blanks must be exact. */
export const hintPrompt: JsonPrompt<HintVariables, z.infer<typeof hintReplySchema>> = {
  id: 'follow-up/hint@1',
  schemaName: 'hint',
  schema: hintReplySchema,
  render: (variables) => [
    examinerPrefix(variables, TASK),
    examinerRequest(
      variables,
      `Step ${variables.step}. Open points:\n${variables.open.map((text) => `- ${oneLine(text)}`).join('\n')}`,
    ),
  ],
};
