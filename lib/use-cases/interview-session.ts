import { AppError, isAppError } from '../domain/errors';
import {
  type Command,
  type Effect,
  foldInterview,
  type InterviewEvent,
  type InterviewState,
  type InterviewStreamEvent,
  streamEventsOf,
  transition,
} from '../domain/interview';
import type { BankStore, Clock, DoubtStore, Examiner, IdSource, InterviewStore, Logger } from '../ports';
import type { InterviewJob, InterviewJobs } from './interview-jobs';
import { isoNow } from './iso-now';

/**
 * Backstops in milliseconds: a job always ends. Each is above what its calls may take by their own limits (45 s for key
 * points, `WORDING_MS`, and the model adapter's 120 s a call), so that these end first, with what there is by then.
 */
export interface InterviewTimeLimits {
  grade: number;
  critique: number;
  followUp: number;
  reply: number;
}

const TIME_LIMITS: InterviewTimeLimits = {
  grade: 300_000,
  critique: 180_000,
  followUp: 120_000,
  reply: 180_000,
};

export interface InterviewPorts {
  interviews: InterviewStore;
  bank: Pick<BankStore, 'listQuestions' | 'listDocuments'>;
  examiner: Examiner;
  /** Keeps what a model doubts while it grades; absent: nobody does. */
  doubts?: Pick<DoubtStore, 'saveDoubts'>;
  clock: Clock;
  ids: IdSource;
  logger: Logger;
  jobs: InterviewJobs;
  /** `TIME_LIMITS` unless given. */
  timeLimits?: InterviewTimeLimits;
}

/** The events of an interview. @throws AppError not-found `no-such-interview`. */
export async function loadEvents(
  { interviews }: Pick<InterviewPorts, 'interviews'>,
  interviewId: string,
): Promise<InterviewEvent[]> {
  const stored = await interviews.load(interviewId);
  if (stored) return stored.map(({ event }) => event);
  throw new AppError('not-found', 'no-such-interview', 'There is no such interview.');
}

/** How often a command is decided in all when others append in between. */
const ATTEMPTS = 3;

/** Whether a failed append is worth another try: somebody else was faster, and tries are left. */
export function mayDecideAgain(error: unknown, attempt: number): boolean {
  return isAppError(error) && error.code === 'interview-moved-on' && attempt < ATTEMPTS;
}

/** An interview while a job works on it: decides, stores, then tells. */
export class InterviewSession {
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly ports: InterviewPorts,
    readonly job: InterviewJob,
    private events: InterviewEvent[],
    private current: InterviewState,
  ) {}

  static async open(
    ports: InterviewPorts,
    job: InterviewJob,
    interviewId: string,
  ): Promise<InterviewSession> {
    const events = await loadEvents(ports, interviewId);
    return new InterviewSession(ports, job, events, foldInterview(events));
  }

  get state(): InterviewState {
    return this.current;
  }

  get log(): readonly InterviewEvent[] {
    return this.events;
  }

  get limits(): InterviewTimeLimits {
    return this.ports.timeLimits ?? TIME_LIMITS;
  }

  tell(...events: InterviewStreamEvent[]): void {
    this.job.emit(...events);
  }

  /**
   * Stores what a command leads to and tells it; resolves to what is to be done next. Commands are applied one after
   * the other, also when their work was done side by side.
   */
  apply(command: Command): Promise<Effect[]> {
    const applied = this.queue.then(() => this.decideAndStore(command));
    this.queue = applied.catch(() => undefined);
    return applied;
  }

  private async decideAndStore(command: Command): Promise<Effect[]> {
    for (let attempt = 1; ; attempt += 1) {
      const { state, events, effects } = transition(this.current, command, isoNow(this.ports.clock));
      // Before it is stored: a page that looks right after the store must see that somebody works on it.
      for (const effect of effects) if ('answerId' in effect) this.job.working.add(effect.answerId);
      try {
        if (events.length > 0) await this.ports.interviews.append(state.id, this.current.version, events);
      } catch (error) {
        if (!mayDecideAgain(error, attempt)) throw error;
        this.events = await loadEvents(this.ports, state.id);
        this.current = foldInterview(this.events);
        continue;
      }
      this.events = [...this.events, ...events];
      this.current = state;
      for (const event of events)
        this.tell(...streamEventsOf(event, state, { isTextStreamed: isStreamed(command) }));
      return effects;
    }
  }
}

/** Critiques and replies are told piece by piece while they are written. */
function isStreamed(command: Command): boolean {
  return command.type === 'record-critique' || command.type === 'record-reply';
}
