import { foldInterview, type InterviewState } from '../domain/interview';
import type { InterviewStore } from '../ports';

/** How many interviews are looked back on for what a person answered; 300 of five answers each take 0.13 to 0.4 s to read. */
export const LOOKED_THROUGH = 200;

/** The latest interviews as they stand, newest first; at most `limit`. */
export async function latestInterviews(
  { interviews }: { interviews: Pick<InterviewStore, 'listIds' | 'load'> },
  limit: number,
): Promise<InterviewState[]> {
  const ids = await interviews.listIds(limit);
  const logs = await Promise.all(ids.map((id) => interviews.load(id)));
  return logs.flatMap((stored) => (stored ? [foldInterview(stored.map(({ event }) => event))] : []));
}
