import { type InterviewSummary, summarise } from '../domain/interview';
import type { InterviewStore } from '../ports';
import { latestInterviews } from './latest-interviews';

const LISTED = 50;

/** The latest interviews, newest first. */
export async function listInterviews(
  ports: { interviews: InterviewStore },
  limit: number = LISTED,
): Promise<InterviewSummary[]> {
  return (await latestInterviews(ports, limit)).map(summarise);
}
