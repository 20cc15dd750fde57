import { foldInterview, type InterviewSummary, summarise } from '../domain/interview';
import type { InterviewStore } from '../ports';

const LISTED = 50;

/** The latest interviews, newest first. */
export async function listInterviews(
  ports: { interviews: InterviewStore },
  limit: number = LISTED,
): Promise<InterviewSummary[]> {
  const ids = await ports.interviews.listIds(limit);
  const logs = await Promise.all(ids.map((id) => ports.interviews.load(id)));
  return logs.flatMap((stored) =>
    stored ? [summarise(foldInterview(stored.map(({ event }) => event)))] : [],
  );
}
