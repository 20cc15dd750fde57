import { calibrated, fitCalibration } from '../../lib/domain/grading';
import { constantRmse, type Judged, mean, rmse } from './metrics';
import { resample, shuffle } from './random';

const RESAMPLES = 500;
const DRAWS = 200;
const DRAWN = 20;

/** The middle 95 % of a figure over resamples with replacement, with a fixed seed. */
export function interval(
  rows: readonly Judged[],
  figure: (rows: readonly Judged[]) => number,
): [number, number] {
  if (rows.length === 0) return [Number.NaN, Number.NaN];
  const values = Array.from({ length: RESAMPLES }, (_, seed) => figure(resample(rows, seed)))
    .filter((value) => !Number.isNaN(value))
    .sort((a, b) => a - b);
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? Number.NaN;
  return [at(0.025), at(0.975)];
}

/**
 * What 20 graded answers buy: medians over 200 draws of the RMSE on the rest, once calibrated on the 20, once always
 * giving their mean.
 */
export function calibrationGain(rows: readonly Judged[]): { calibrated: number; constant: number } | null {
  if (rows.length < 2 * DRAWN) return null;
  const results = Array.from({ length: DRAWS }, (_, seed) => oneDraw(rows, seed));
  const median = (values: number[]) =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  return {
    calibrated: median(results.map((each) => each.calibrated)),
    constant: median(results.map((each) => each.constant)),
  };
}

function oneDraw(rows: readonly Judged[], seed: number): { calibrated: number; constant: number } {
  const shuffled = shuffle(rows, seed);
  const [drawn, rest] = [shuffled.slice(0, DRAWN), shuffled.slice(DRAWN)];
  const calibration = fitCalibration(drawn.map((row) => ({ raw: row.machine, human: row.human })));
  if (calibration === null) return { calibrated: Number.NaN, constant: constantRmse(rest) };
  const constant = mean(drawn.map((row) => row.human));
  return {
    calibrated: rmse(rest.map((row) => ({ ...row, machine: calibrated(calibration, row.machine) }))),
    constant: rmse(rest.map((row) => ({ ...row, machine: constant }))),
  };
}
