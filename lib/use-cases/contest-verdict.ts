import { AppError } from '../domain/errors';
import type { AppealSubject, Verdict } from '../domain/grading';
import { type AnswerView, type Command, findStored } from '../domain/interview';
import type { InterviewJob } from './interview-jobs';
import { type InterviewPorts, type InterviewSession, loadEvents } from './interview-session';
import { runEffects } from './run-effects';
import { runJob } from './send-message';
import { viewInterview } from './view-interview';

interface Objection {
  answerId: string;
  subject: AppealSubject;
  /** The same id is stored once and answered with what it led to. */
  clientId?: string;
}

export interface ContestInput extends Objection {
  /** Why the verdict is wrong, in the person's words; untrusted, and no part of the answer. */
  words: string;
}

export interface OverrideInput extends Objection {
  /** Null takes an earlier override back. */
  verdict: Verdict | null;
}

/** The answer as it stands now, and the interview's version. */
export interface Answered {
  answer: AnswerView;
  version: number;
}

/**
 * Contests a verdict: the objection is stored, then somebody looks again. Resolves when that has been done; a new critique,
 * where the verdict became better, goes on behind. A look that failed is in the answer's appeals and can be asked for again.
 * @throws AppError not-found, invalid, or conflict (`message-running`, `not-graded`)
 */
export function contestVerdict(
  ports: InterviewPorts,
  interviewId: string,
  { words, ...objection }: ContestInput,
): Promise<Answered> {
  return object(ports, interviewId, objection, (messageId) => ({
    type: 'contest',
    appeal: { messageId, ...objection, words },
  }));
}

/**
 * Sets the person's own verdict beside the machine's, or takes it back. No grade changes by it.
 * @throws AppError not-found, invalid, or conflict (`message-running`, `not-graded`)
 */
export function overrideVerdict(
  ports: InterviewPorts,
  interviewId: string,
  { verdict, ...objection }: OverrideInput,
): Promise<Answered> {
  return object(ports, interviewId, objection, (messageId) => ({
    type: 'override',
    override: { messageId, ...objection, verdict },
  }));
}

async function object(
  ports: InterviewPorts,
  interviewId: string,
  objection: Objection,
  commandOf: (messageId: string) => Command,
): Promise<Answered> {
  const begun = await begin(ports, interviewId, objection.clientId);
  if (begun) {
    const heard = begun.job.listen();
    if (begun.isNew)
      void runJob(ports, interviewId, begun.job, (session) =>
        store(session, objection.clientId, commandOf(ports.ids.next('m'))),
      );
    await begun.job.accepted;
    for await (const { event } of heard) if (event === 'appeal') break;
  }
  return answered(ports, interviewId, objection.answerId);
}

/** Null when another message runs and this objection had been stored before. */
async function begin(
  ports: InterviewPorts,
  interviewId: string,
  clientId: string | undefined,
): Promise<{ job: InterviewJob; isNew: boolean } | null> {
  try {
    return ports.jobs.begin(interviewId, clientId);
  } catch (error) {
    if (clientId !== undefined && findStored(await loadEvents(ports, interviewId), clientId)) return null;
    throw error;
  }
}

async function store(
  session: InterviewSession,
  clientId: string | undefined,
  command: Command,
): Promise<void> {
  const isKnown = clientId !== undefined && findStored(session.log, clientId) !== null;
  const effects = isKnown ? [] : await session.apply(command);
  session.job.accept();
  await runEffects(session, effects);
}

async function answered(ports: InterviewPorts, interviewId: string, answerId: string): Promise<Answered> {
  const view = await viewInterview(ports, interviewId);
  const answer = view.questions.flatMap(({ answers }) => answers).find(({ id }) => id === answerId);
  if (!answer)
    throw new AppError('invalid', 'unknown-answer', 'answerId: must name an answer of this interview.');
  return { answer, version: view.version };
}
