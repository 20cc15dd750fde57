import type { ReferenceDoubt } from '../domain/question-bank';

/** Signs that reference answers may be wrong, with what people said of them. */
export interface DoubtStore {
  /** Adds doubts; one whose id is known keeps the state a person gave it, with the new reason. */
  saveDoubts(doubts: readonly ReferenceDoubt[]): Promise<void>;
  /** Takes back every open doubt of a source, except those named: the latest look no longer raised them. */
  clearOpenDoubts(
    source: ReferenceDoubt['source'],
    questionIds: readonly string[],
    except: readonly string[],
  ): Promise<void>;
  /** @throws AppError not-found `doubt-not-found` */
  setDoubtState(id: string, state: ReferenceDoubt['state'], at: string): Promise<ReferenceDoubt>;
  /** The revision of the bank that the last look of this name went over; null when there was none. */
  lookedAt(look: string): Promise<number | null>;
  /** Notes the revision that a look went over; looks of other names are forgotten. */
  noteLook(look: string, revision: number): Promise<void>;
  /** Of one question, or of all; newest first. */
  listDoubts(questionId?: string): Promise<ReferenceDoubt[]>;
}
