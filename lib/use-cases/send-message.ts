import { AppError, isAppError } from '../domain/errors';
import {
  AT_REST,
  detectIntent,
  findAnswer,
  findSaid,
  foldInterview,
  INTERRUPTED,
  type Intent,
  type InterviewEvent,
  type InterviewState,
  type InterviewStreamEvent,
  questionOnStage,
  type Regrade,
  replay,
  type Saying,
  whatComesNext,
} from '../domain/interview';
import type { InterviewJob } from './interview-jobs';
import { type InterviewPorts, InterviewSession, loadEvents } from './interview-session';
import { runEffects } from './run-effects';

export interface IncomingMessage {
  text: string;
  /** Understood by rules when absent. */
  intent?: Intent;
  /** The same id is stored once and answered with what it led to. */
  clientId?: string;
  answerId?: string;
  /** The question the sender saw on stage; a message about another one than is on stage now is refused. */
  questionId?: string;
  estimate?: boolean;
  /** Of `retry`: the grade is to be made anew, though there is one. */
  regrade?: Regrade;
  supplement?: boolean;
}

/**
 * Stores a message and answers it. Resolves once it is stored; the stream then tells what it leads to, `stored` first
 * and `done` last. Grading goes on when the listener leaves, discussion and clarification are cancelled.
 * @throws AppError not-found, invalid, or conflict (`message-running`, `question-moved`, `intent-not-allowed`,
 * `interview-finished`).
 */
export async function sendMessage(
  ports: InterviewPorts,
  interviewId: string,
  message: IncomingMessage,
  signal?: AbortSignal,
): Promise<AsyncIterable<InterviewStreamEvent>> {
  const begun = await beginOrReplay(ports, interviewId, message.clientId);
  if ('replayed' in begun) return toStream(begun.replayed);
  const { job, isNew } = begun;
  const stream = job.listen(signal);
  if (isNew) void runJob(ports, interviewId, job, (session) => answer(session, message));
  await job.accepted;
  return stream;
}

async function beginOrReplay(
  ports: InterviewPorts,
  interviewId: string,
  clientId: string | undefined,
): Promise<{ job: InterviewJob; isNew: boolean } | { replayed: InterviewStreamEvent[] }> {
  try {
    return ports.jobs.begin(interviewId, clientId);
  } catch (error) {
    if (clientId === undefined) throw error;
    const events = await loadEvents(ports, interviewId);
    const known = findSaid(events, clientId);
    if (known === null) throw error;
    const state = foldInterview(events);
    return { replayed: [...replay(events, known, state), doneEvent(state)] };
  }
}

async function* toStream(events: readonly InterviewStreamEvent[]): AsyncGenerator<InterviewStreamEvent> {
  yield* events;
}

/** Runs a job to its end, whatever happens: the stream always ends with `done`, the interview is always released. */
export async function runJob(
  ports: InterviewPorts,
  interviewId: string,
  job: InterviewJob,
  work: (session: InterviewSession) => Promise<void>,
): Promise<void> {
  let session: InterviewSession | null = null;
  try {
    session = await InterviewSession.open(ports, job, interviewId);
    await work(session);
  } catch (error) {
    if (!job.isAccepted) job.refuse(error);
    else job.emit(errorEvent(ports, interviewId, error));
  }
  if (session) job.emit(doneEvent(session.state));
  ports.jobs.end(interviewId, job);
}

async function answer(session: InterviewSession, message: IncomingMessage): Promise<void> {
  const known = message.clientId === undefined ? null : findSaid(session.log, message.clientId);
  if (known !== null) {
    session.job.accept();
    session.tell(
      ...replay(session.log, known, session.state),
      ...interruption(session.log, session.state, known),
    );
    return;
  }
  assertOnStage(session.state, message.questionId);
  const effects = await session.apply({ type: 'say', message: sayingOf(session, message) });
  session.job.accept();
  await runEffects(session, effects);
}

/** Another tab may have gone on meanwhile: an answer must not be graded against a question its writer never saw. */
function assertOnStage(state: InterviewState, questionId: string | undefined): void {
  const stage = questionOnStage(state);
  if (questionId === undefined || state.finishedAt !== null || stage?.question.id === questionId) return;
  throw new AppError('conflict', 'question-moved', 'Another question is on stage now. Nothing was stored.', {
    details: { questionId, ...(stage && { onStage: stage.question.id }) },
  });
}

function sayingOf({ state, ports }: InterviewSession, message: IncomingMessage): Saying {
  const { text, clientId, answerId, estimate, regrade, supplement } = message;
  const intent = message.intent ?? detectIntent(text, state);
  return {
    messageId: ports.ids.next('m'),
    intent,
    text,
    ...(clientId === undefined ? {} : { clientId }),
    ...(answerId === undefined ? {} : { answerId }),
    ...(estimate === undefined ? {} : { estimate }),
    ...(regrade === undefined ? {} : { regrade }),
    ...(supplement === undefined ? {} : { supplement }),
  };
}

/** What a message that was cut short by a crash has to say for itself: its grade never came. */
function interruption(
  events: readonly InterviewEvent[],
  state: InterviewState,
  messageId: string,
): InterviewStreamEvent[] {
  const said = events.find((event) => event.type === 'said' && event.messageId === messageId);
  const answerId = said?.type === 'said' && said.intent === 'retry' ? said.answerId : messageId;
  const found = answerId === undefined ? null : findAnswer(state, answerId);
  if (!found?.answer.isPending) return [];
  return [{ event: 'verdicts', data: { answerId: found.answer.id, state: 'ungraded', ...INTERRUPTED } }];
}

function errorEvent(ports: InterviewPorts, interviewId: string, error: unknown): InterviewStreamEvent {
  ports.logger.error({ interviewId, error }, 'a message could not be answered');
  const known = isAppError(error)
    ? error
    : new AppError('internal', 'unexpected', 'Something went wrong. What you sent is stored.', {
        cause: error,
      });
  return { event: 'error', data: { kind: known.kind, code: known.code, message: known.message } };
}

function doneEvent(state: InterviewState): InterviewStreamEvent {
  return {
    event: 'done',
    data: {
      version: state.version,
      awaits: whatComesNext(state, AT_REST),
      status: state.finishedAt === null ? 'active' : 'finished',
    },
  };
}
