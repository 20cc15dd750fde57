import type { ReferenceDoubt } from '@/lib/domain/question-bank';
import { getJson, sendJson } from './http';

/** How many references of some documents are doubted; waits until they have been looked over. */
export async function countDoubted(documentIds: readonly string[], signal?: AbortSignal): Promise<number> {
  const query = new URLSearchParams(documentIds.map((id) => ['document', id]));
  const { questions } = await getJson<{ questions: unknown[] }>(`/api/doubts?${query}`, signal);
  return questions.length;
}

export interface LookProgress {
  done: number;
  total: number;
}

/** How far the look over the references has come that is under way; null when there is none. */
export async function lookProgress(signal?: AbortSignal): Promise<LookProgress | null> {
  return (await getJson<{ progress: LookProgress | null }>('/api/doubts/progress', signal)).progress;
}

/** Says that the reference of a question is wrong; `basis`: what the person saw of it. */
export async function doubtReference(questionId: string, reason: string, basis: string): Promise<void> {
  await sendJson('POST', `/api/questions/${encodeURIComponent(questionId)}/doubts`, { reason, basis });
}

/** Says of a doubt that it is none, that the reference is wrong, or neither yet. */
export async function settleDoubt(id: string, state: ReferenceDoubt['state']): Promise<void> {
  await sendJson('PATCH', `/api/doubts/${encodeURIComponent(id)}`, { state });
}
