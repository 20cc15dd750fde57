import { AppError } from '../domain/errors';
import type { InterviewStreamEvent } from '../domain/interview';

/**
 * What answers one message: it goes on when the sender leaves, and whoever asks again with the same client id is told
 * everything from the beginning.
 */
export class InterviewJob {
  /** Answers whose grade, critique or follow-up is being made. */
  readonly working = new Set<string>();
  /** Resolves once the message is stored; rejects when it was refused. */
  readonly accepted: Promise<void>;
  private readonly told: InterviewStreamEvent[] = [];
  private readonly presence = new AbortController();
  private readonly waiting = new Set<() => void>();
  private listeners = 0;
  private isOver = false;
  private settle: { resolve: () => void; reject: (error: unknown) => void };
  isAccepted = false;

  constructor(readonly clientId: string | undefined) {
    let settle = { resolve: () => {}, reject: (_: unknown) => {} };
    this.accepted = new Promise<void>((resolve, reject) => {
      settle = { resolve, reject };
    });
    this.settle = settle;
    // A refusal is told to whoever awaits it; nobody may be left by then.
    this.accepted.catch(() => undefined);
  }

  /** Aborts when the last listener has gone: what only they wanted is cancelled then. */
  get whileListenedTo(): AbortSignal {
    return this.presence.signal;
  }

  accept(): void {
    this.isAccepted = true;
    this.settle.resolve();
  }

  refuse(error: unknown): void {
    this.settle.reject(error);
  }

  emit(...events: InterviewStreamEvent[]): void {
    this.told.push(...events);
    this.wake();
  }

  end(): void {
    this.isOver = true;
    this.working.clear();
    this.wake();
  }

  private wake(): void {
    for (const resume of this.waiting) resume();
    this.waiting.clear();
  }

  /** Everything that was told and will be told, until the end or until `signal` says that the listener has gone. */
  listen(signal?: AbortSignal): AsyncIterable<InterviewStreamEvent> {
    this.listeners += 1;
    let isHere = true;
    const leave = () => {
      if (!isHere) return;
      isHere = false;
      this.listeners -= 1;
      this.wake();
      if (this.listeners === 0 && !this.isOver) this.presence.abort();
    };
    if (signal?.aborted) leave();
    signal?.addEventListener('abort', leave, { once: true });
    const told = this.tell(() => isHere, leave);
    // A generator that waits cannot be told to return; whoever leaves must count as gone at once.
    const iterator: AsyncIterator<InterviewStreamEvent> = {
      next: () => told.next(),
      return: () => {
        leave();
        return told.return(undefined);
      },
    };
    return { [Symbol.asyncIterator]: () => iterator };
  }

  private async *tell(isHere: () => boolean, leave: () => void): AsyncGenerator<InterviewStreamEvent> {
    try {
      for (let next = 0; isHere(); ) {
        const event = this.told[next];
        if (event) {
          next += 1;
          yield event;
        } else if (this.isOver) return;
        else await new Promise<void>((resume) => this.waiting.add(resume));
      }
    } finally {
      leave();
    }
  }
}

/** One running message per interview; kept in the app for as long as the process lives. */
export class InterviewJobs {
  private readonly running = new Map<string, InterviewJob>();

  /**
   * Reserves the interview for a message; the same client id gets the job that already runs for it.
   * @throws AppError conflict `message-running` when another message is being answered.
   */
  begin(interviewId: string, clientId?: string): { job: InterviewJob; isNew: boolean } {
    const other = this.running.get(interviewId);
    if (other && clientId !== undefined && other.clientId === clientId) return { job: other, isNew: false };
    if (other) {
      throw new AppError(
        'conflict',
        'message-running',
        'Another message of this interview is being answered.',
        {
          isRetryable: true,
        },
      );
    }
    const job = new InterviewJob(clientId);
    this.running.set(interviewId, job);
    return { job, isNew: true };
  }

  end(interviewId: string, job: InterviewJob): void {
    if (this.running.get(interviewId) === job) this.running.delete(interviewId);
    job.end();
  }

  isRunning(interviewId: string): boolean {
    return this.running.has(interviewId);
  }

  /** Answers of the interview that are being worked on right now. */
  working(interviewId: string): ReadonlySet<string> {
    return this.running.get(interviewId)?.working ?? new Set();
  }
}
