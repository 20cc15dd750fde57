import type { GradingTask, PointVerdict } from '../model';
import { coverageOf } from '../score';
import type { PreparedAnswer } from './answer';
import type { PointSupport } from './assess';
import { asksForJudgement } from './judgement';
import { type Reading, recallOf, termsOf } from './reading';

/*
 * What bounds an estimate: the least that an answer gets, what its verdict or number alone decides, and the verdicts that
 * stand beside it on the card. What is no honest answer is bounded by `hostile.ts`.
 */

/** At most this much for speaking of what was asked: nothing on any scale that people see. */
const LEAST = 0.02;

/**
 * What an answer gets though none of the reference's words stand in it. One in ten full-mark answers to short English
 * questions is such a one, in words of its own; it ranks above what is no answer at all, and by how far it speaks of the
 * question.
 */
export function leastOf(question: Reading, { reading, bag }: PreparedAnswer): number {
  if (reading.units.length === 0) return 0;
  return LEAST * (0.25 + 0.75 * (recallOf(termsOf(question), bag) ?? 0));
}

/** What is decided by a verdict or a number alone; short of certainty, for reasons may be wrong that nobody compared. */
const DECIDED_RIGHT = 0.9;
const DECIDED_WRONG = 0.02;

/** The score where every core point was decided as a whole: no word of the reference is left to compare. */
export function decidedScore(supports: readonly PointSupport[]): number | null {
  const core = supports.filter(({ point }) => point.core);
  if (core.length === 0 || !core.every(({ ruling }) => ruling?.isWhole)) return null;
  const total = core.reduce((sum, { point }) => sum + point.weight, 0);
  const right = core.filter(({ ruling, denial }) => ruling?.verdict === 'covered' && !denial);
  const share = right.reduce((sum, { point }) => sum + point.weight, 0) / total;
  return DECIDED_WRONG + (DECIDED_RIGHT - DECIDED_WRONG) * share;
}

/** What the right verdict is worth where the reference gives reasons too: half when they are short, less when they are long. */
const VERDICT_PART = 0.5;
const SHORT_REASONS = 8;

export function leastOfVerdict({ question }: GradingTask, judgement: number, { units }: Reading): number {
  if (judgement <= 0 || !asksForJudgement(question)) return 0;
  const content = units.filter(({ weight }) => weight > 0).length;
  return VERDICT_PART * Math.min(1, SHORT_REASONS / Math.max(1, content));
}

/** How far an estimate may lie from the coverage of the points that the page shows beside it. */
const FARTHEST = 0.15;

/**
 * Where a rubric is given, its verdicts stand on the card, and a band that they do not bear out would not be believed: the
 * estimate stays near the weighted coverage of the core points (partial counts half). On our graded answers that raised r
 * within a question from .70 to .72.
 */
export function nearCoverage(estimate: number, points: readonly PointVerdict[]): number {
  const core = points.filter((point) => point.core);
  if (core.length < 2) return estimate;
  const coverage = coverageOf(core);
  return Math.min(coverage + FARTHEST, Math.max(coverage - FARTHEST, estimate), 1);
}
