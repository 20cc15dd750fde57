import type { ReferenceDoubt } from '../domain/question-bank';

/** Signs that reference answers may be wrong, with what people said of them. */
export interface DoubtStore {
  /** Adds doubts; one whose id is known keeps the state a person gave it. */
  saveDoubts(doubts: readonly ReferenceDoubt[]): Promise<void>;
  /** Takes back every open doubt of a source, except those named: the latest look no longer raised them. */
  clearOpenDoubts(
    source: ReferenceDoubt['source'],
    questionIds: readonly string[],
    except: readonly string[],
  ): Promise<void>;
  /** @throws AppError not-found `doubt-not-found` */
  setDoubtState(id: string, state: ReferenceDoubt['state'], at: string): Promise<ReferenceDoubt>;
  /** Of one question, or of all; newest first. */
  listDoubts(questionId?: string): Promise<ReferenceDoubt[]>;
}
