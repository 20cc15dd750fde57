import {
  allTurns,
  type Effect,
  latestGraded,
  type QuestionState,
  questionOnStage,
  revealReference,
} from '../domain/interview';
import type { QuestionSoFar, ReplyEvent } from '../ports';
import type { InterviewSession } from './interview-session';
import { limitOf, streamWithin, within } from './time-limit';

type Of<T extends Effect['type']> = Extract<Effect, { type: T }>;

function onStage({ state }: InterviewSession): QuestionState {
  const question = questionOnStage(state);
  if (!question) throw new Error('no question is on stage');
  return question;
}

async function soFarOf(session: InterviewSession, signal: AbortSignal): Promise<QuestionSoFar> {
  const asked = onStage(session);
  const { question } = asked;
  const rubric = await within(session.ports.examiner.rubricFor(question, signal), signal);
  const grade = latestGraded(asked)?.grade;
  return {
    question,
    rubric,
    turns: allTurns(asked),
    language: session.state.language,
    ...(grade && { grade }),
  };
}

/** Shows the next hint, on what the latest grade has not found covered: core points, or where none is left bonus points. */
export async function giveNextHint(
  session: InterviewSession,
  { step, cause }: Of<'hint'>,
): Promise<Effect[]> {
  session.tell({ event: 'progress', data: { step: 'reply' } });
  const signal = limitOf(session.limits.reply);
  const points = latestGraded(onStage(session))?.grade.points ?? [];
  const uncovered = points.filter(({ verdict }) => verdict !== 'covered');
  const core = uncovered.filter((point) => point.core);
  const open = (core.length > 0 ? core : uncovered).map(({ pointId }) => pointId);
  const soFar = await soFarOf(session, signal);
  const { text, origin } = await within(session.ports.examiner.hint(soFar, step, open, signal), signal);
  const messageId = session.ports.ids.next('m');
  session.tell({ event: 'reply', data: { messageId, kind: 'hint', delta: text } });
  return session.apply({
    type: 'record-reply',
    reply: { cause, messageId, kind: 'hint', text, state: 'done', origin, hintStep: step },
  });
}

/** Shows the reference; answers given from now on are left out of averages. */
export async function showReference(session: InterviewSession, { cause }: Of<'reveal'>): Promise<Effect[]> {
  const { text, sources } = revealReference(onStage(session).question, session.state.language);
  const messageId = session.ports.ids.next('m');
  session.tell({ event: 'reply', data: { messageId, kind: 'reveal', delta: text } });
  return session.apply({
    type: 'record-reply',
    reply: { cause, messageId, kind: 'reveal', text, state: 'done', origin: 'document', sources },
  });
}

/**
 * Answers a question of the person, told piece by piece; cancelled when they leave. What was written until then is kept
 * as cut off.
 */
export async function answerQuestion(
  session: InterviewSession,
  { type, text: asked, cause }: Of<'clarify'> | Of<'discuss'>,
): Promise<Effect[]> {
  const { ids, logger } = session.ports;
  const messageId = ids.next('m');
  const reply: Reply = { text: '', state: 'cut', origin: 'offline', sources: [] };
  session.tell({ event: 'progress', data: { step: 'reply' } });
  try {
    for await (const event of streamReply(session, type, asked)) {
      if (event.type === 'end') {
        Object.assign(reply, {
          state: event.state === 'complete' ? 'done' : 'cut',
          origin: event.origin,
          sources: event.sources,
        });
        break;
      }
      reply.text += event.text;
      session.tell({ event: 'reply', data: { messageId, kind: type, delta: event.text } });
    }
  } catch (error) {
    logger.warn({ interviewId: session.state.id, error }, 'a reply was cut off');
  }
  return session.apply({ type: 'record-reply', reply: { cause, messageId, kind: type, ...reply } });
}

interface Reply extends Pick<Extract<ReplyEvent, { type: 'end' }>, 'origin' | 'sources'> {
  text: string;
  state: 'done' | 'cut';
}

async function* streamReply(
  session: InterviewSession,
  type: 'clarify' | 'discuss',
  asked: string,
): AsyncGenerator<ReplyEvent> {
  const signal = limitOf(session.limits.reply, session.job.whileListenedTo);
  const soFar = await soFarOf(session, signal);
  yield* streamWithin(session.ports.examiner[type](soFar, asked, signal), signal);
}
