import type { Band, FalseClaim, PointVerdict, Verdict } from './model';

/** Credit for a point: half of it is worth half. */
const CREDIT: Record<Verdict, number> = { covered: 1, partial: 0.5, missing: 0, contradicted: 0 };

/** All bonus points together can fill at most this much of what the core points left open. */
const BONUS_FILL = 0.05;
/** A wrong statement is worse than silence: it costs this part of the point's weight on top of its credit. */
const CONTRADICTION_COST = 0.5;
/** Nobody is excellent (band 5) who contradicts a core point. */
const CONTRADICTION_CAP = 0.79;
/** From this share of contradicted core weight on an answer is more wrong than right (score below .5). */
const MOSTLY_WRONG_SHARE = 1 / 3;
const MOSTLY_WRONG_CAP = 0.49;
/** Each verified false claim beyond the points costs a quarter of a band, three of them at most count. */
const FALSE_CLAIM_COST = 0.05;
const COUNTED_FALSE_CLAIMS = 3;

export interface Score {
  /** 0..1, four decimals. */
  score: number;
  band: Band;
}

/**
 * The number behind a grade, from verified verdicts alone; nothing that a model calls a number enters it.
 *
 *     coverage = Σ w·credit / Σ w                 over core points (over all points when none is core)
 *     share    = Σ w of contradicted core points / Σ w of core points
 *     score    = coverage + 0.05·bonus coverage·(1 − coverage) − 0.5·share − 0.05·min(3, false claims)
 *
 * clamped to 0..1 and capped at .79 when a core point is contradicted, at .49 when a third of the core weight is.
 * Better verdicts never lower it, a bonus point never does, and a contradiction lowers whatever it replaces. The
 * constants are judgements, stated here once; `npm run evaluate` measures them against graded answers.
 *
 * `points` holds every point of the rubric; one without a verdict must come as missing (`verifyVerdicts` sees to it).
 */
export function scoreVerdicts(points: readonly PointVerdict[], falseClaims: readonly FalseClaim[]): Score {
  const core = points.filter((point) => point.core);
  const bonus = points.filter((point) => !point.core);
  const coverage = coverageOf(core.length > 0 ? core : bonus);
  const share = contradictedShare(core);
  const filled = core.length > 0 ? coverage + BONUS_FILL * coverageOf(bonus) * (1 - coverage) : coverage;
  const claims = Math.min(COUNTED_FALSE_CLAIMS, falseClaims.length);
  const raw = filled - CONTRADICTION_COST * share - FALSE_CLAIM_COST * claims;
  const score = round(Math.min(capFor(share), Math.max(0, raw)));
  return { score, band: bandOf(score) };
}

/** round(5 · score): 0 no evidence · 1 weak · 2 partial · 3 fair · 4 good · 5 excellent. */
export function bandOf(score: number): Band {
  return Math.round(5 * Math.min(1, Math.max(0, score))) as Band;
}

/** Weighted coverage of points, 0..1: partial counts half; 0 when there are none. */
export function coverageOf(points: readonly PointVerdict[]): number {
  const total = points.reduce((sum, point) => sum + point.weight, 0);
  if (total <= 0) return 0;
  return points.reduce((sum, point) => sum + point.weight * CREDIT[point.verdict], 0) / total;
}

function contradictedShare(core: readonly PointVerdict[]): number {
  const total = core.reduce((sum, point) => sum + point.weight, 0);
  const wrong = core.filter((point) => point.verdict === 'contradicted');
  return total <= 0 ? 0 : wrong.reduce((sum, point) => sum + point.weight, 0) / total;
}

function capFor(share: number): number {
  if (share <= 0) return 1;
  return share >= MOSTLY_WRONG_SHARE - 1e-9 ? MOSTLY_WRONG_CAP : CONTRADICTION_CAP;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
