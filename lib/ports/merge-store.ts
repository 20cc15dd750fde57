/**
 * Which questions are one. A merged question is not asked or listed while the one it was merged into can be asked; its
 * answer counts there as one more reference (`Question.otherReferences`). The bank's revision grows with each change.
 */
export interface MergeStore {
  /**
   * Merges `ids` into `into`; what was merged into one of them follows. `into` may itself be merged: then into the one it
   * was merged into, or, where that one cannot be asked, it takes its place. @throws AppError not-found `question-not-found`; invalid `merge-with-itself`
   */
  merge(ids: readonly string[], into: string): Promise<void>;
  /** Makes a merged question one of its own again, and remembers that it is kept apart from the other. */
  split(id: string, at: string): Promise<void>;
  /** Remembers that two questions are not one, so that nobody proposes it again. */
  keepApart(firstId: string, secondId: string, at: string): Promise<void>;
  /** Pairs that were kept apart, in no order. */
  listKeptApart(): Promise<[string, string][]>;
}
