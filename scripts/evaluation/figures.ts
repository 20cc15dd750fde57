import { byLevel, type LevelFigures } from './by-level';
import { type ClaimFigures, claimFigures } from './claims';
import { type CostFigures, costFigures, type Prices } from './cost';
import type { GradedRow } from './graded-row';
import { groupBy } from './group-by';
import type { HostileFigures } from './hostile/measure';
import {
  agreement,
  constantRmse,
  correlationOf,
  macroF1,
  quadraticWeightedKappa,
  rmse,
  withinQuestion,
} from './metrics';
import { type ReliabilityBin, reliability } from './reliability';
import { calibrationGain, interval } from './resampling';
import { type Spread, spreadOf } from './spread';
import { type VerdictFigures, verdictFigures } from './verdict-agreement';

/** Everything measured on one set. Shares and scores are 0..1; NaN where there is nothing to compute from. */
export interface SetFigures {
  set: string;
  answers: number;
  questions: number;
  ungraded: number;
  /** How many of these for which reason. */
  ungradedReasons: Record<string, number>;
  r: number;
  rInterval: [number, number];
  rWithin: number;
  qwk: number;
  qwkInterval: [number, number];
  rmse: number;
  constantRmse: number;
  exact: number;
  adjacent: number;
  up: number;
  down: number;
  macroF1: number;
  /** r of the answer's length alone: a grader must be far above it. */
  lengthR: number;
  calibrated: { calibrated: number; constant: number } | null;
  byLevel: LevelFigures[];
  reliability: ReliabilityBin[];
  /** Null: each answer was graded once by something that leaves room for chance. */
  spread: Spread | null;
  claims: ClaimFigures | null;
  verdicts: VerdictFigures | null;
  cost: CostFigures;
  /** Empty when not measured. */
  hostile: HostileFigures[];
}

export interface FigureOptions {
  prices: Prices | null;
  isReplayed: boolean;
  repeat: number;
  /** Known beforehand for a grader that leaves nothing to chance. */
  spread: Spread | null;
}

/** The figures of one set's rows. */
export function figuresOf(
  set: string,
  all: readonly GradedRow[],
  hostile: HostileFigures[],
  options: FigureOptions,
): SetFigures {
  const rows = all.filter((row) => row.state === 'graded');
  const scores = all.map((row) => row.scores);
  return {
    set,
    answers: all.length,
    questions: new Set(all.map((row) => row.question)).size,
    ungraded: all.length - rows.length,
    ungradedReasons: reasonsOf(all),
    r: correlationOf(rows),
    rInterval: interval(rows, correlationOf),
    rWithin: withinQuestion(rows),
    qwk: quadraticWeightedKappa(rows),
    qwkInterval: interval(rows, quadraticWeightedKappa),
    rmse: rmse(rows),
    constantRmse: constantRmse(rows),
    ...agreement(rows),
    macroF1: macroF1(rows),
    lengthR: correlationOf(rows.map((row) => ({ ...row, machine: row.line.answer.length }))),
    calibrated: calibrationGain(rows),
    byLevel: byLevel(rows),
    reliability: reliability(rows),
    spread: options.spread ?? spreadOf(scores, options.repeat),
    claims: claimFigures(rows),
    verdicts: verdictFigures(rows),
    cost: costFigures(all, options),
    hostile,
  };
}

function reasonsOf(rows: readonly GradedRow[]): Record<string, number> {
  const byReason = groupBy(rows, (row) => row.ungradedReason ?? '');
  byReason.delete('');
  return Object.fromEntries([...byReason].map(([reason, group]) => [reason, group.length]));
}
