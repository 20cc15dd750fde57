import {
  type InterviewState,
  type InterviewView,
  viewInterview as toView,
  type ViewContext,
} from '../domain/interview';
import { finishExpired } from './finish-expired';
import type { InterviewPorts } from './interview-session';

/** What a page is told beside the stored events: what runs, what grades, and what the bank holds now. */
export async function contextOf(ports: InterviewPorts, state: InterviewState): Promise<ViewContext> {
  const { jobs, examiner } = ports;
  const graded = state.questions.filter(({ answers }) => answers.some(({ grade }) => grade));
  const ids = graded.map(({ question }) => question.id);
  const now = ids.length > 0 ? await ports.bank.listQuestions({ ids }) : [];
  const bank = new Map(now.map((question) => [question.id, question]));
  return { working: jobs.working(state.id), grader: examiner.grader, bank };
}

/** The whole interview as a page may show it. @throws AppError not-found `no-such-interview`. */
export async function viewInterview(ports: InterviewPorts, interviewId: string): Promise<InterviewView> {
  const state = await finishExpired(ports, interviewId);
  return toView(state, await contextOf(ports, state));
}
