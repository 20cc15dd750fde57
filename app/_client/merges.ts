import { contentBasis, type MergeProposals, type Question } from '@/lib/domain/question-bank';
import { getJson, jsonInit, send } from './http';

export function mergeProposals(signal?: AbortSignal): Promise<MergeProposals> {
  return getJson('/api/merges', signal);
}

/** Makes questions one, asked as `into`, unless one of them is not any more what the person saw. */
export async function mergeQuestions(questions: readonly Question[], into: Question): Promise<void> {
  const seen = [into, ...questions].map((question) => ({ id: question.id, basis: contentBasis(question) }));
  const ids = questions.map(({ id }) => id);
  await send('/api/merges', jsonInit('POST', { ids, into: into.id, seen }));
}

/** They are never proposed as one again. */
export async function keepApart(id: string, others: readonly string[]): Promise<void> {
  await send('/api/merges/apart', jsonInit('POST', { id, others }));
}

/** Makes a merged question one of its own again. */
export async function splitQuestion(id: string): Promise<void> {
  await send(`/api/merges/${encodeURIComponent(id)}`, {
    method: 'DELETE',
    headers: { 'content-type': 'application/json' },
  });
}
