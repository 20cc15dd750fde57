import { type InterviewView, viewInterview as toView } from '../domain/interview';
import { finishExpired } from './finish-expired';
import type { InterviewPorts } from './interview-session';

/** The whole interview as a page may show it. @throws AppError not-found `no-such-interview`. */
export async function viewInterview(ports: InterviewPorts, interviewId: string): Promise<InterviewView> {
  const state = await finishExpired(ports, interviewId);
  return toView(state, { working: ports.jobs.working(interviewId) });
}
