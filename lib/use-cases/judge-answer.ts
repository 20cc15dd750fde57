import {
  namesAnyPoint,
  type PointedTask,
  type TokenUsage,
  type UngradedReason,
  type VerifiedVerdicts,
  verdictsPrompt,
  verifyVerdicts,
} from '../domain/grading';
import type { ChatModel } from '../ports';
import { jsonRequest } from './json-request';

/** Reasoning models spend most of it on thinking; the reply itself is a tenth of this. */
const MAX_TOKENS = 8000;

/** One verdict call: verified verdicts in the order of the task's points, or why there are none. */
export type Judged =
  | { state: 'judged'; verified: VerifiedVerdicts; usage?: TokenUsage }
  | { state: 'failed'; reason: UngradedReason; message: string; usage?: TokenUsage };

/** Asks the model for verdicts on an answer and verifies them. A reply that says nothing of any point is a failure. */
export async function judgeAnswer(
  ports: { chat: ChatModel },
  input: { task: PointedTask; signal?: AbortSignal },
): Promise<Judged> {
  const { task, signal } = input;
  const reply = await ports.chat.completeJson(
    jsonRequest(verdictsPrompt, task, { temperature: 0, maxOutputTokens: MAX_TOKENS, signal }),
  );
  const usage = reply.usage ? { usage: reply.usage } : {};
  if (reply.state === 'failed')
    return { state: 'failed', reason: reply.reason, message: reply.message, ...usage };
  if (!namesAnyPoint(reply.value, task.points))
    return {
      state: 'failed',
      reason: 'unreadable-reply',
      message: 'The model gave no verdict on any key point.',
      ...usage,
    };
  const verified = verifyVerdicts(reply.value, task.points, task.turns, task.question);
  return { state: 'judged', verified, ...usage };
}

/** Token use of several calls; absent when none reported any. */
export function usageOfAll(...usages: (TokenUsage | undefined)[]): { usage?: TokenUsage } {
  const known = usages.filter((usage) => usage !== undefined);
  if (known.length === 0) return {};
  const cached = known.filter(({ cachedInputTokens }) => cachedInputTokens !== undefined);
  const sum = (of: (usage: TokenUsage) => number) => known.reduce((total, usage) => total + of(usage), 0);
  return {
    usage: {
      inputTokens: sum(({ inputTokens }) => inputTokens),
      outputTokens: sum(({ outputTokens }) => outputTokens),
      ...(cached.length > 0
        ? { cachedInputTokens: sum(({ cachedInputTokens = 0 }) => cachedInputTokens) }
        : {}),
    },
  };
}
