/** A graded answer to calibrate on: the grader's raw score and a person's, both 0..1. */
export interface CalibrationPair {
  raw: number;
  human: number;
}

/** A monotone line from raw scores to a person's scale; kept apart from the raw value, which is never replaced. */
export interface Calibration {
  intercept: number;
  /** Never negative: a better raw score is never made worse. */
  slope: number;
  /** How many graded answers it was fitted on. */
  size: number;
}

/** Fewer graded answers than this say too little about a bank's scale. */
export const FEWEST_PAIRS = 20;

/**
 * How much evidence a slope needs: it keeps the share F / (F + NEEDED), with F the regression's F statistic on the fitted
 * answers. A slope that 20 answers show clearly is kept, one that may be chance gives way to the mean. Without it (0) twenty
 * answers lose to their mean on some halves of the questions of a set on which the raw score says little (r .18); from 4 to
 * 40 they win on all of 12, and the less of it the more they win where the raw score says much.
 */
const NEEDED = 8;

/** Null with fewer than 20 pairs. */
export function fitCalibration(pairs: readonly CalibrationPair[]): Calibration | null {
  const size = pairs.length;
  if (size < FEWEST_PAIRS) return null;
  const meanRaw = mean(pairs.map((pair) => pair.raw));
  const meanHuman = mean(pairs.map((pair) => pair.human));
  const sxx = sum(pairs.map((pair) => (pair.raw - meanRaw) ** 2));
  const sxy = sum(pairs.map((pair) => (pair.raw - meanRaw) * (pair.human - meanHuman)));
  const syy = sum(pairs.map((pair) => (pair.human - meanHuman) ** 2));
  const slope = sxx === 0 ? 0 : Math.max(0, (sxy / sxx) * keptShare(sxy ** 2 / sxx, syy, size));
  return { slope, intercept: meanHuman - slope * meanRaw, size };
}

/** F / (F + NEEDED): F is the explained variance over the residual variance with size − 2 degrees of freedom. */
function keptShare(explained: number, total: number, size: number): number {
  const residual = Math.max(0, total - explained) / (size - 2);
  const needed = NEEDED * residual;
  return explained + needed === 0 ? 0 : explained / (explained + needed);
}

/** The score a person would be expected to give, 0..1. */
export function calibrated(calibration: Calibration, raw: number): number {
  return Math.min(1, Math.max(0, calibration.intercept + calibration.slope * raw));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
