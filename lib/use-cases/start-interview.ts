import { AppError } from '../domain/errors';
import type { Language } from '../domain/grading';
import {
  startInterview as begin,
  type InterviewMode,
  type InterviewScope,
  type InterviewView,
  transition,
  viewInterview,
} from '../domain/interview';
import { countAskable } from '../domain/question-bank';
import type { InterviewPorts } from './interview-session';
import { isoNow } from './iso-now';
import { latestInterviews } from './latest-interviews';
import { chooseNext, poolOf } from './put-question';

export interface StartInterviewInput extends InterviewScope {
  mode: InterviewMode;
  language?: Language;
  /** How many questions at most; 10 unless given. */
  limit?: number;
  /** Mock only: the time budget; four minutes a question unless given. */
  minutes?: number;
  seed?: number;
}

const DEFAULT_LIMIT = 10;
/** Long enough for a spoken answer and two follow-ups. */
const MINUTES_PER_QUESTION = 4;
/** Interviews looked back on for what was asked already. */
const RECENT_INTERVIEWS = 20;

type StartPorts = Pick<InterviewPorts, 'interviews' | 'bank' | 'clock' | 'ids'>;

/**
 * Starts an interview and puts its first question on stage; both are stored at once.
 * @throws AppError invalid `nothing-to-ask` when no question fits; `details.emptiedBy` names the choice that empties it.
 */
export async function startInterview(ports: StartPorts, input: StartInterviewInput): Promise<InterviewView> {
  const scope = scopeOf(input);
  const pool = await poolOf(ports.bank, scope);
  const limit = countAskable(pool, input.limit ?? DEFAULT_LIMIT);
  if (limit === 0) throw await nothingToAsk(ports, scope);
  const at = isoNow(ports.clock);
  const minutes = input.mode === 'mock' ? (input.minutes ?? limit * MINUTES_PER_QUESTION) : undefined;
  const started = begin({
    type: 'started',
    at,
    interviewId: ports.ids.next('i'),
    mode: input.mode,
    language: input.language ?? 'zh',
    scope,
    limit,
    seed: input.seed ?? ports.ids.seed(),
    ...(minutes === undefined ? {} : { minutes }),
    recentIds: await recentlyAsked(ports),
  });
  const question = chooseNext(started.state, pool);
  const first = transition(
    started.state,
    { type: 'put-question', question, messageId: ports.ids.next('m') },
    at,
  );
  await ports.interviews.create(started.state.id, [...started.events, ...first.events]);
  return viewInterview(first.state);
}

/** An empty list means "all of it", like an absent one. */
function scopeOf({ documents, topics, kinds, questionIds }: InterviewScope): InterviewScope {
  return {
    ...(documents?.length ? { documents } : {}),
    ...(topics?.length ? { topics } : {}),
    ...(kinds?.length ? { kinds } : {}),
    ...(questionIds?.length ? { questionIds } : {}),
  };
}

/** Says which choice leaves nothing: the first one without which something would be left. */
async function nothingToAsk(ports: StartPorts, scope: InterviewScope): Promise<AppError> {
  for (const name of ['topics', 'kinds', 'questionIds', 'documents'] as const) {
    if (scope[name] === undefined) continue;
    const { [name]: _, ...wider } = scope;
    if ((await poolOf(ports.bank, wider)).length === 0) continue;
    const message = `No question fits these choices; without “${name}” some would.`;
    return new AppError('invalid', 'nothing-to-ask', message, { details: { emptiedBy: name } });
  }
  return new AppError(
    'invalid',
    'nothing-to-ask',
    'No question fits these choices; choose more, or import a document.',
  );
}

/** Ids of the questions that the latest interviews asked, most recent first, each once. */
async function recentlyAsked(ports: StartPorts): Promise<string[]> {
  const latest = await latestInterviews(ports, RECENT_INTERVIEWS);
  const asked = latest.flatMap(({ questions }) => questions.toReversed().map(({ question }) => question.id));
  return [...new Set(asked)];
}
