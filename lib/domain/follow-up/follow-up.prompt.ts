import { z } from 'zod';
import { oneLine } from '../grading';
import type { JsonPrompt } from '../prompt';
import { type ExaminerContext, examinerPrefix, examinerRequest } from './examiner-prompt';

const TASK = `Task FOLLOW-UP: ask one follow-up question (at most 60 Chinese characters or 35 English words) that leads the candidate towards the target point. It must not contain the point: never use six consecutive characters, or three consecutive words, of any key point or of the reference that the candidate has not said. Where the candidate contradicted the point, ask about what they said.
Reply with one JSON object and nothing else: {"text":"the question","about":"its topic in two or three words"}`;

export const followUpReplySchema = z.object({ text: z.string().min(1), about: z.string() });

export interface FollowUpVariables extends ExaminerContext {
  target: { point: string; verdict: string; quote: string | null };
}

export const followUpPrompt: JsonPrompt<FollowUpVariables, z.infer<typeof followUpReplySchema>> = {
  id: 'follow-up/follow-up@1',
  schemaName: 'follow_up',
  schema: followUpReplySchema,
  render: (variables) => {
    const { point, verdict, quote } = variables.target;
    const said = quote === null ? '' : ` (the candidate said: ${JSON.stringify(oneLine(quote))})`;
    return [
      examinerPrefix(variables, TASK),
      examinerRequest(variables, `Target point, ${verdict}: ${oneLine(point)}${said}`),
    ];
  },
};
