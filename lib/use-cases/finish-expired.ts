import { foldInterview, type InterviewState, isTimeUp } from '../domain/interview';
import { type InterviewPorts, loadEvents } from './interview-session';
import { runEffects } from './run-effects';
import { runJob } from './send-message';

/** Milliseconds after the end in which a page that is still open may hand in what was being typed. */
const GRACE_MS = 5_000;

/** An interview as it stands, after a mock interview whose time is up was ended and its grading begun. */
export async function finishExpired(ports: InterviewPorts, interviewId: string): Promise<InterviewState> {
  const state = foldInterview(await loadEvents(ports, interviewId));
  const graceOver = new Date(ports.clock.now() - GRACE_MS).toISOString();
  if (state.finishedAt !== null || !isTimeUp(state, graceOver) || ports.jobs.isRunning(interviewId))
    return state;
  const { job } = ports.jobs.begin(interviewId);
  void runJob(ports, interviewId, job, async (session) => {
    const effects = await session.apply({ type: 'expire' });
    job.accept();
    await runEffects(session, effects);
  });
  await job.accepted;
  return foldInterview(await loadEvents(ports, interviewId));
}
