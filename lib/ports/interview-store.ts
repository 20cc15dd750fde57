import type { InterviewEvent } from '../domain/interview';

export interface StoredEvent {
  /** 1-based, without gaps. */
  sequence: number;
  event: InterviewEvent;
}

/** An append-only log per interview. What `append` has acknowledged survives a kill. */
export interface InterviewStore {
  create(interviewId: string, events: readonly InterviewEvent[]): Promise<void>;
  /** Every event in order; null when there is no such interview. */
  load(interviewId: string): Promise<StoredEvent[] | null>;
  /**
   * Appends in one transaction. Throws AppError conflict `interview-moved-on` unless the log ends at
   * `expectedSequence`: two tabs cannot interleave.
   */
  append(interviewId: string, expectedSequence: number, events: readonly InterviewEvent[]): Promise<void>;
  /** Newest first. */
  listIds(limit: number): Promise<string[]>;
}
