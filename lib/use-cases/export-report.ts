import { writeReport } from '../domain/interview';
import type { InterviewPorts } from './interview-session';
import { makeReport } from './make-report';

export interface ExportedReport {
  /** A file name of plain letters, digits and dashes. */
  fileName: string;
  markdown: string;
}

/** The report as a Markdown document. @throws AppError not-found `no-such-interview`. */
export async function exportReport(ports: InterviewPorts, interviewId: string): Promise<ExportedReport> {
  const report = await makeReport(ports, interviewId);
  const day = report.interview.createdAt.slice(0, 10);
  return { fileName: `viva-${day}-${report.interview.mode}.md`, markdown: `${writeReport(report)}\n` };
}
