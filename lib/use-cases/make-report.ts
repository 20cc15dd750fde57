import { type ReportView, makeReport as reportOf } from '../domain/interview';
import { finishExpired } from './finish-expired';
import type { InterviewPorts } from './interview-session';
import { contextOf } from './view-interview';

/** The report of an interview, also of one that still goes on. @throws AppError not-found `no-such-interview`. */
export async function makeReport(ports: InterviewPorts, interviewId: string): Promise<ReportView> {
  const state = await finishExpired(ports, interviewId);
  return reportOf(state, await contextOf(ports, state));
}
