import { compareAttempts } from './compare-attempts';
import { type ContestInput, contestVerdict, type OverrideInput, overrideVerdict } from './contest-verdict';
import { exportReport } from './export-report';
import { InterviewJobs } from './interview-jobs';
import type { InterviewPorts } from './interview-session';
import { listInterviews } from './list-interviews';
import { makeReport } from './make-report';
import { type IncomingMessage, sendMessage } from './send-message';
import { type StartInterviewInput, startInterview } from './start-interview';
import { tallyAppeals } from './tally-appeals';
import { viewInterview } from './view-interview';

/** The stories of an interview, bound to their ports, with one register of what is being worked on. */
export function createInterviews(given: Omit<InterviewPorts, 'jobs'>) {
  const ports: InterviewPorts = { ...given, jobs: new InterviewJobs() };
  return {
    start: (input: StartInterviewInput) => startInterview(ports, input),
    view: (id: string) => viewInterview(ports, id),
    list: (limit?: number) => listInterviews(ports, limit),
    send: (id: string, message: IncomingMessage, signal?: AbortSignal) =>
      sendMessage(ports, id, message, signal),
    contest: (id: string, input: ContestInput) => contestVerdict(ports, id, input),
    override: (id: string, input: OverrideInput) => overrideVerdict(ports, id, input),
    compare: (id: string, answerId: string) => compareAttempts(ports, id, answerId),
    tallyAppeals: () => tallyAppeals(ports),
    report: (id: string) => makeReport(ports, id),
    exportReport: (id: string) => exportReport(ports, id),
  };
}
