import {
  appealPrompt,
  contestedIn,
  type GradingTask,
  type LookOutcome,
  lookAgainOffline,
  type OfflineOptions,
  type Rubric,
  verifyLook,
} from '../domain/grading';
import type { Appeal, ChatModel } from '../ports';
import { jsonRequest } from './json-request';

/** Reasoning models spend most of it on thinking; the reply itself is a hundredth of this. */
const MAX_TOKENS = 4000;

export interface HearAppealInput {
  task: GradingTask;
  rubric: Rubric;
  appeal: Appeal;
  offline?: OfflineOptions;
  signal?: AbortSignal;
}

/**
 * Looks again at one verdict that a person contests: the model where it graded and is there, the offline grader otherwise.
 * The model's reply is checked by code like any verdict: a quote must stand in the answer, and the appeal is no part of it.
 * Whatever goes wrong leaves the verdict as it is; calling again is the retry.
 */
export async function hearAppeal(
  ports: { chat: ChatModel | null },
  input: HearAppealInput,
): Promise<LookOutcome> {
  const { rubric, appeal, signal } = input;
  const contested = contestedIn(appeal.grade, appeal.subject);
  if (!contested)
    return { state: 'failed', reason: 'internal', message: 'The grade holds no such point or statement.' };
  const task = { ...input.task, points: rubric.points };
  if (ports.chat === null || appeal.grade.grader.kind === 'offline')
    return { state: 'looked', look: lookAgainOffline(contested, task, appeal.words, input.offline) };
  const reply = await ports.chat.completeJson(
    jsonRequest(
      appealPrompt,
      { task, contested, words: appeal.words },
      { temperature: 0, maxOutputTokens: MAX_TOKENS, signal },
    ),
  );
  if (reply.state === 'failed') return { state: 'failed', reason: reply.reason, message: reply.message };
  const grader = { kind: 'llm' as const, model: ports.chat.model, promptIds: [appealPrompt.id] };
  const look = verifyLook(reply.value, contested, task, grader);
  return { state: 'looked', look: reply.usage ? { ...look, usage: reply.usage } : look };
}
