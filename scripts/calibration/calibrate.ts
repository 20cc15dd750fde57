import type { Config } from '../../lib/config';
import { calibrated, FEWEST_PAIRS, fitCalibration } from '../../lib/domain/grading';
import type { App } from '../../lib/wiring';
import { note, print, UsageError } from '../command';
import { gradeRows, graderOf } from '../evaluation/grade-rows';
import { readGradedSet } from '../evaluation/graded-set';
import { constantRmse, type Judged, mean, rmse } from '../evaluation/metrics';
import { batchSize } from '../grading/batches';
import { bankName, keepCalibration } from './calibration-file';

export interface CalibrateInput {
  /** Answers that a person graded. */
  file: string;
  isLlm: boolean;
  bank: string | undefined;
}

/**
 * Fits a calibration of one grader on a person's graded answers and keeps it in the data folder. Prints it with its error
 * on answers left out of the fit, one at a time.
 */
export async function calibrate(app: App, config: Config, input: CalibrateInput): Promise<number> {
  const lines = readGradedSet(input.file);
  const atOnce = batchSize(input.isLlm, config.recordings !== undefined);
  const rows = await gradeRows({ grade: graderOf(app, input.isLlm), repeat: 1, atOnce }, lines);
  const graded = rows.filter((row) => row.state === 'graded');
  const calibration = fitCalibration(pairsOf(graded));
  if (calibration === null)
    throw new UsageError(
      `A calibration needs at least ${FEWEST_PAIRS} graded answers; ${input.file} gives ${graded.length} of ${lines.length}.`,
    );
  const key = {
    bank: await bankName(app, input.bank),
    grader: input.isLlm ? (app.grading.model ?? 'llm') : 'offline',
  };
  keepCalibration(config.dataDir, key, calibration);
  note(
    `kept in ${config.dataDir}: npm run grade shows "calibrated" beside the score for this bank and grader`,
  );
  print(
    JSON.stringify({
      ...key,
      ...calibration,
      rmse: { raw: rmse(graded), leftOut: leftOutError(graded), constant: constantRmse(graded) },
    }),
  );
  return 0;
}

function pairsOf(rows: readonly Judged[]) {
  return rows.map(({ machine, human }) => ({ raw: machine, human }));
}

/** Root mean square error with each answer calibrated by all others; null where those are too few. */
function leftOutError(rows: readonly Judged[]): number | null {
  const squares = rows.map((row) => {
    const fitted = fitCalibration(pairsOf(rows.filter((other) => other !== row)));
    return fitted && (calibrated(fitted, row.machine) - row.human) ** 2;
  });
  const known = squares.filter((square) => square !== null);
  return known.length === 0 ? null : Math.sqrt(mean(known));
}
