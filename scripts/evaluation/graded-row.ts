import type { UngradedReason, Verdict } from '../../lib/domain/grading';
import type { GradedLine } from './graded-set';
import type { Judged } from './metrics';

/** One answer of a set, graded. */
export interface GradedRow extends Judged {
  line: GradedLine;
  /** Ungraded: `machine` is NaN, and the row is left out of every figure but the share of ungraded ones. */
  state: 'graded' | 'ungraded';
  /** Why not; null when graded. */
  ungradedReason: UngradedReason | null;
  /** Scores of all runs that graded it, the first run's first. */
  scores: number[];
  /** The machine's verdicts in the order of the line's key points; null where it gave none. */
  verdicts: (Verdict | null)[];
  /** Whether the machine holds something in the answer to be wrong. */
  isFaulted: boolean;
  /** Of the first run: whether the model was asked for verdicts twice, and whether its two readings give two bands. */
  wasAskedTwice: boolean;
  hasRange: boolean;
  /** Of the first run, the person's wait for the verdicts. */
  milliseconds: number;
  inputTokens: number;
  outputTokens: number;
}
