import type { Features } from './features';
import { isReversed } from './reversal';

/**
 * From features to a score. The raw share of a reference's words that a full answer reaches falls with the reference's
 * length: names are said as they are, prose is paraphrased. So support is divided by what a full answer would reach, and
 * a curve turns that ratio into a score. Constants were chosen by looking at four public sets of
 * graded answers and ours, all of them: the figures on those sets are not held out. Nothing names a question or a set.
 */

/** Expected support of a full answer: .71 − .04 per doubling up to 16 units of content, .09 per doubling above. */
const EXPECTED_AT_ONE = 0.71;
const LOSS_PER_DOUBLING = 0.04;
const LOSS_PER_LONG_DOUBLING = 0.09;
const LONG_FROM_DOUBLINGS = 4;
const LEAST_EXPECTED = 0.2;
/** Points that somebody wrote as points say just what is needed, so more of them is reached. */
const AUTHORED_GAIN = 0.1;

/** The curve z^h / (z^h + c): .78 at the expected support, .5 at 70 % of it, .24 at half. */
const STEEPNESS = 3.5;
const HALF = 0.26;

/** Weight of recall over the whole answer beside the supports of single points. */
const OVERALL_WEIGHT = 0.7;
/** What the right, or wrong, verdict on a judgement question adds to the ratio. */
const JUDGEMENT_WEIGHT = 0.5;
/** A passage that shares less than half of its content with the reference loses up to this part of the ratio. */
const PRECISION_LOSS = 0.1;
const ENOUGH_PRECISION = 0.5;

/** Items of at most 5 units are names; from 10 on they are explanations. */
const NAME_SIZE = 5;
const EXPLANATION_SIZE = 10;

/**
 * What a Chinese answer keeps of the ratio when it turns the reference round: in half of what it says or in three places;
 * in half of the little it says; in two places of many. Measured on people's grades: one place among others means nothing
 * (.74 on average against .76 without), half of the answer .08 to .55, two places of many .36 to .80.
 */
const REVERSED_KEEPS = 0.5;
const REVERSED_ONCE_KEEPS = 0.75;
const REVERSED_TWICE_KEEPS = 0.85;

export interface EstimateInput extends Features {
  /** Recall averaged over all references: what several of them hold is what matters. */
  meanRecall: number;
  isList: boolean;
  isAuthored: boolean;
}

/** Score 0..1 before any cap for hostile answers. */
export function estimateScore(input: EstimateInput): number {
  const named = nameShare(input);
  return named * input.squaredSupport + (1 - named) * proseScore(input);
}

/** How far the reference is a list of names, which only count when they are said. */
function nameShare({ isList, points, pointSize }: EstimateInput): number {
  if (!isList || points < 2) return 0;
  return clamp((EXPLANATION_SIZE - pointSize) / (EXPLANATION_SIZE - NAME_SIZE));
}

function proseScore(input: EstimateInput): number {
  const perPoint = (input.support + input.rootSupport) / 2;
  const reached = input.isAuthored
    ? perPoint
    : (perPoint + OVERALL_WEIGHT * input.meanRecall) / (1 + OVERALL_WEIGHT);
  const offTopic = Math.max(0, ENOUGH_PRECISION - input.precision) / ENOUGH_PRECISION;
  const ratio = reached / expectedSupport(input) + JUDGEMENT_WEIGHT * input.judgement;
  const power =
    Math.max(0, ratio * (1 - PRECISION_LOSS * offTopic) * input.onSubject * keptOf(input)) ** STEEPNESS;
  return power / (power + HALF);
}

function keptOf({ reversed, reversedPlaces }: EstimateInput): number {
  if (reversedPlaces === 0) return 1;
  if (isReversed(reversed, reversedPlaces)) return reversedPlaces > 1 ? REVERSED_KEEPS : REVERSED_ONCE_KEEPS;
  return reversedPlaces > 1 ? REVERSED_TWICE_KEEPS : 1;
}

function expectedSupport({ points, pointSize, isAuthored }: EstimateInput): number {
  const doublings = Math.log2(Math.max(2, points * pointSize));
  const long = Math.max(0, doublings - LONG_FROM_DOUBLINGS);
  const expected = EXPECTED_AT_ONE - LOSS_PER_DOUBLING * (doublings - long) - LOSS_PER_LONG_DOUBLING * long;
  return Math.max(LEAST_EXPECTED, expected) + (isAuthored ? AUTHORED_GAIN : 0);
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
