import type { Beyond } from './beyond';
import type { Features } from './features';
import { isReversed } from './reversal';

/**
 * From features to a score: what was reached over what a good answer reaches, on a straight line. Four estimates of what
 * was reached are averaged (support of the points and of its root, recall of the whole, plain recall of characters), so
 * that no single rule ruins an honest answer; every harder judgement is a cap (see `hostile.ts`). Constants were chosen by
 * looking at four public sets of graded answers and ours: the figures on those sets are not held out. The line,
 * its parts and the absence of a factor for speaking of other things were decided on answers to other questions, most of
 * them in speech, where that factor ranked honest answers lowest of all and steep curves agreed less with people's levels
 * (QWK .72 on the line, .67 at a power of 2.5). Nothing names a question or a set.
 */

/**
 * Support of an answer that is right on the whole: .71 − .04 per doubling up to 16 units of content, .09 per doubling
 * above. The share of a reference's words that is reached falls with its length: names are said as they are, prose is
 * paraphrased.
 */
const EXPECTED_AT_ONE = 0.71;
const LOSS_PER_DOUBLING = 0.04;
const LOSS_PER_LONG_DOUBLING = 0.09;
const LONG_FROM_DOUBLINGS = 4;
const LEAST_EXPECTED = 0.2;
/** Points that somebody wrote as points say just what is needed, so more of them is reached. */
const AUTHORED_GAIN = 0.1;

/** What agrees by chance, in shares of the expected support; .5 is then at .69, where people call short answers right. */
const REACHED_BY_CHANCE = 0.19;

/**
 * Plain recall in the estimate for Chinese, where it hedges against wrong weights of characters and wrong limits of points
 * (r within a question .77 → .79 on spoken answers, .70 → .71 on written ones). It is lower than support by a third.
 */
const PLAIN_PART = 0.25;
/** The whole counts more than its points, whose borders free speech does not keep to (on eight blind sets up to .01 more). */
const WHOLE_PART = 0.65;
const PLAIN_GAIN = 1.5;

/**
 * What an English answer loses of the ratio when the passage on the subject shares nothing with the reference: talk shares
 * its commonest words with any reference. A Chinese one loses nothing, for own words and likenesses lost most by it.
 */
const PRECISION_LOSS = 0.22;
const ENOUGH_PRECISION = 0.5;

/** What the right, or wrong, verdict on a judgement question adds to the ratio. */
const JUDGEMENT_WEIGHT = 0.3;

/** Items of at most 5 units are names; from 10 on they are explanations. */
const NAME_SIZE = 5;
const EXPLANATION_SIZE = 10;
/** Up to 32 units the names are the whole answer; of twice as much nobody names them all. */
const NAMES_IN_ALL = 32;

/**
 * What a Chinese answer keeps of the ratio when it turns the reference round: in half of what it says or in three places;
 * in half of the little it says; in two places of many. Measured on people's grades: one place among others means nothing
 * (.74 on average against .76 without), half of the answer .08 to .55, two places of many .36 to .80.
 */
const REVERSED_KEEPS = 0.5;
const REVERSED_ONCE_KEEPS = 0.75;
const REVERSED_TWICE_KEEPS = 0.85;

/**
 * What a Chinese answer loses of the estimate for what it asserts beside question and reference: if all its terms of the
 * field were others; for each word of overclaiming in 50 units; and at most. On eight sets written blind r within a question
 * rose by .01 to .06, on real students' answers it fell by .003; twice as much gained more on the former and cost .01 on
 * the latter.
 */
const LOST_BY_STRAY_TERMS = 0.5;
const LOST_BY_OVERCLAIM = 0.14;
const MOST_LOST = 0.6;

export interface EstimateInput extends Features, Beyond {
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

/** How far the reference is a short list of names, which only count when they are said. */
function nameShare({ isList, points, pointSize }: EstimateInput): number {
  if (!isList || points < 2) return 0;
  const areNames = clamp((EXPLANATION_SIZE - pointSize) / (EXPLANATION_SIZE - NAME_SIZE));
  return areNames * clamp(2 - (points * pointSize) / NAMES_IN_ALL);
}

function proseScore(input: EstimateInput): number {
  const ratio = reached(input) / expectedSupport(input) + JUDGEMENT_WEIGHT * input.judgement;
  const precise = input.plainRecall === null ? 1 - PRECISION_LOSS * strayed(input) : 1;
  // More than everything is not said by anybody: a part of it is lost from everything.
  const most = Math.min(1 + REACHED_BY_CHANCE, ratio * precise);
  return clamp(most * keptOf(input) - REACHED_BY_CHANCE) * (1 - lostBeside(input));
}

function lostBeside({ plainRecall, strayTerms, overclaims }: EstimateInput): number {
  if (plainRecall === null) return 0;
  return Math.min(MOST_LOST, LOST_BY_STRAY_TERMS * strayTerms + LOST_BY_OVERCLAIM * overclaims);
}

function strayed({ precision }: EstimateInput): number {
  return Math.max(0, 1 - precision / ENOUGH_PRECISION);
}

function reached({ support, rootSupport, meanRecall, plainRecall, isAuthored }: EstimateInput): number {
  const perPoint = (support + rootSupport) / 2;
  if (isAuthored) return perPoint;
  if (plainRecall === null) return (perPoint + meanRecall) / 2;
  const weighed = (1 - WHOLE_PART) * perPoint + WHOLE_PART * meanRecall;
  return (1 - PLAIN_PART) * weighed + PLAIN_PART * PLAIN_GAIN * plainRecall;
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
