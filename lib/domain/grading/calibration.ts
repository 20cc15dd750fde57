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
 * Pseudo-answers that pull the slope towards 0, and so the line towards the mean of the human scores: ridge regression
 * of one variable, slope = Sxy / (Sxx + PULL · s²), with s² the raw scores' variance. With 20 answers it costs a true
 * slope a fifth, and keeps a slope that is noise from doing harm.
 */
const PULL = 5;

/** Null with fewer than 20 pairs. */
export function fitCalibration(pairs: readonly CalibrationPair[]): Calibration | null {
  const size = pairs.length;
  if (size < FEWEST_PAIRS) return null;
  const meanRaw = mean(pairs.map((pair) => pair.raw));
  const meanHuman = mean(pairs.map((pair) => pair.human));
  const sxx = sum(pairs.map((pair) => (pair.raw - meanRaw) ** 2));
  const sxy = sum(pairs.map((pair) => (pair.raw - meanRaw) * (pair.human - meanHuman)));
  const spread = sxx + (PULL * sxx) / size;
  const slope = spread === 0 ? 0 : Math.max(0, sxy / spread);
  return { slope, intercept: meanHuman - slope * meanRaw, size };
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
