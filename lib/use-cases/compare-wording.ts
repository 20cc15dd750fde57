import { type AnswerTurn, agreedComparison, comparePrompt, type WordingOutcome } from '../domain/grading';
import type { AttemptPair, ChatModel, JsonReply } from '../ports';
import { jsonRequest } from './json-request';

/** Reasoning models spend most of it on thinking. */
const MAX_TOKENS = 4000;

/**
 * How two attempts at one question are told, in style and structure. The model reads them in both orders, for it prefers a
 * place; where the two readings disagree the attempts are alike. Either reading failing is a failure, never half a result.
 */
export async function compareWording(
  ports: { chat: ChatModel | null },
  { question, earlier, later, language }: AttemptPair,
  signal?: AbortSignal,
): Promise<WordingOutcome> {
  const { chat } = ports;
  if (chat === null)
    return {
      state: 'failed',
      reason: 'configuration',
      message: 'Style and structure are compared by a model only, and none is configured.',
    };
  const read = (first: AnswerTurn[], second: AnswerTurn[]) =>
    chat.completeJson(
      jsonRequest(
        comparePrompt,
        { question, first, second, language },
        { temperature: 0, maxOutputTokens: MAX_TOKENS, signal },
      ),
    );
  const [forward, backward] = await Promise.all([read(earlier, later), read(later, earlier)]);
  if (forward.state === 'failed') return failure(forward);
  if (backward.state === 'failed') return failure(backward);
  return { state: 'compared', comparison: agreedComparison(forward.value, backward.value) };
}

function failure({ reason, message }: Extract<JsonReply<unknown>, { state: 'failed' }>): WordingOutcome {
  return { state: 'failed', reason, message };
}
