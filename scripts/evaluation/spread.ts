import { bandOf } from '../../lib/domain/grading';
import { mean } from './metrics';

/** How far the same grader is from itself. */
export interface Spread {
  runs: number;
  /** Answers that were graded in at least two runs; 0 when each was graded once. */
  answers: number;
  /** Standard deviation of one answer's score over the runs (n − 1), 0..1: its mean and maximum over answers. */
  meanDeviation: number;
  maxDeviation: number;
  /** Share of answers whose band is not the same in every run. */
  bandChanges: number;
}

/** Nothing by chance: the offline grader is a function of its input, so further runs would tell nothing. */
export const SPREAD_OF_CODE: Spread = {
  runs: 1,
  answers: 0,
  meanDeviation: 0,
  maxDeviation: 0,
  bandChanges: 0,
};

/** `scores`: those of each answer. Null when no answer was graded twice: a single run says nothing about chance. */
export function spreadOf(scores: readonly (readonly number[])[], runs: number): Spread | null {
  const repeated = scores.filter((each) => each.length >= 2);
  if (repeated.length === 0) return null;
  const deviations = repeated.map(deviation);
  const changes = repeated.filter((each) => new Set(each.map(bandOf)).size > 1);
  return {
    runs,
    answers: repeated.length,
    meanDeviation: mean(deviations),
    maxDeviation: deviations.reduce((most, each) => Math.max(most, each), 0),
    bandChanges: changes.length / repeated.length,
  };
}

function deviation(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((total, value) => total + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
