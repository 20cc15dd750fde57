import { hintPrompt, writeHint } from '../domain/follow-up';
import type { ChatModel, QuestionSoFar, TextOrigin } from '../ports';
import { examinerContext, isSafeToSay } from './examiner-context';
import { jsonRequest } from './json-request';
import { limitOf, WORDING_MS } from './time-limit';

/** Reasoning models spend most of it on thinking; the reply itself is a few lines. */
const MAX_TOKENS = 4000;

export interface HintInput {
  soFar: QuestionSoFar;
  step: 1 | 2 | 3;
  /** Ids of the points that are not covered yet; empty means all of them. */
  open: readonly string[];
}

/**
 * A hint on the open key points. With a model, steps 1 and 2 are the model's, unless its text fails, comes too late or
 * gives a key point away; the rules' hint then takes its place. Never throws for a model's sake: a hint is always there.
 */
export async function giveHint(
  ports: { chat: ChatModel | null },
  { soFar, step, open }: HintInput,
  signal?: AbortSignal,
): Promise<{ text: string; origin: TextOrigin }> {
  const context = examinerContext(soFar);
  const all = soFar.rubric.points;
  const points = open.length === 0 ? all : all.filter((point) => open.includes(point.id));
  const byRules = { text: writeHint({ ...context, points, step }), origin: 'offline' as const };
  if (ports.chat === null || step === 3 || points.length === 0) return byRules;
  const variables = { ...context, step, open: points.map((point) => point.text) };
  const limits = { temperature: 0.2, maxOutputTokens: MAX_TOKENS, signal: limitOf(WORDING_MS, signal) };
  const reply = await ports.chat.completeJson(jsonRequest(hintPrompt, variables, limits));
  if (reply.state !== 'ok' || !isSafeToSay(reply.value.text, context)) return byRules;
  return { text: reply.value.text, origin: 'model' };
}
