import { choosePointToProbe, followUpPrompt, writeFollowUp } from '../domain/follow-up';
import type { Grade } from '../domain/grading';
import type { ChatModel, FollowUpProposal, QuestionSoFar } from '../ports';
import { examinerContext, isSafeToSay } from './examiner-context';
import { jsonRequest } from './json-request';
import { limitOf, WORDING_MS } from './time-limit';

/** Reasoning models spend most of it on thinking; the reply itself is a few lines. */
const MAX_TOKENS = 4000;

/**
 * The next follow-up on a graded answer, aimed at a core point that is contradicted, missing or partial; null when none
 * is left. `asked` are the points that earlier follow-ups aimed at. A model's wording is used only when it comes in
 * time and gives no key point away.
 */
export async function askFollowUp(
  ports: { chat: ChatModel | null },
  input: { soFar: QuestionSoFar; grade: Grade; asked: readonly string[] },
  signal?: AbortSignal,
): Promise<FollowUpProposal | null> {
  const target = choosePointToProbe(input.grade, input.asked);
  if (target === null) return null;
  const context = examinerContext(input.soFar);
  const byRules = {
    ...writeFollowUp({ ...context, rubric: input.soFar.rubric, target }),
    origin: 'offline' as const,
  };
  if (ports.chat === null) return byRules;
  const limits = { temperature: 0.3, maxOutputTokens: MAX_TOKENS, signal: limitOf(WORDING_MS, signal) };
  const reply = await ports.chat.completeJson(jsonRequest(followUpPrompt, { ...context, target }, limits));
  if (reply.state !== 'ok') return byRules;
  const { text, about } = reply.value;
  if (!isSafeToSay(text, context)) return byRules;
  return {
    text,
    about: about !== '' && isSafeToSay(about, context) ? about : byRules.about,
    pointIds: [target.pointId],
    origin: 'model',
  };
}
