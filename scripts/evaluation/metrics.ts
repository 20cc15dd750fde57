import { groupBy } from './group-by';

/** One graded answer: what a person gave and what the grader gave, both 0..1. */
export interface Judged {
  question: string;
  human: number;
  machine: number;
}

const LEVELS = 6;

export function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Pearson's r; NaN when either side does not vary. */
export function pearson(left: readonly number[], right: readonly number[]): number {
  const [meanLeft, meanRight] = [mean(left), mean(right)];
  let [sxy, sxx, syy] = [0, 0, 0];
  left.forEach((value, index) => {
    const [dx, dy] = [value - meanLeft, (right[index] ?? 0) - meanRight];
    sxy += dx * dy;
    sxx += dx * dx;
    syy += dy * dy;
  });
  return sxx === 0 || syy === 0 ? Number.NaN : sxy / Math.sqrt(sxx * syy);
}

/** Mean of r over the questions on which both sides vary; what remains when easy and hard questions are set aside. */
export function withinQuestion(rows: readonly Judged[]): number {
  const groups = groupBy(rows, (row) => row.question);
  const each = [...groups.values()]
    .map((group) => correlationOf(group))
    .filter((value) => !Number.isNaN(value));
  return each.length === 0 ? Number.NaN : mean(each);
}

export function correlationOf(rows: readonly Judged[]): number {
  return pearson(
    rows.map((row) => row.human),
    rows.map((row) => row.machine),
  );
}

/** Root mean square error, on 0..1. */
export function rmse(rows: readonly Judged[]): number {
  return Math.sqrt(mean(rows.map((row) => (row.human - row.machine) ** 2)));
}

/** The error of always giving the mean human score: the bar that a grader's RMSE stands beside. */
export function constantRmse(rows: readonly Judged[]): number {
  const constant = mean(rows.map((row) => row.human));
  return rmse(rows.map((row) => ({ ...row, machine: constant })));
}

export function levelOf(score: number): number {
  return Math.round(Math.min(1, Math.max(0, score)) * (LEVELS - 1));
}

/**
 * Cohen's kappa with quadratic weights on six levels: 1 − Σ w·observed / Σ w·expected, w = (i − j)² / 25
 * (Cohen 1968, Psychological Bulletin 70).
 */
export function quadraticWeightedKappa(rows: readonly Judged[]): number {
  const human = rows.map((row) => levelOf(row.human));
  const machine = rows.map((row) => levelOf(row.machine));
  const observed = mean(human.map((level, index) => (level - (machine[index] ?? 0)) ** 2));
  const share = (levels: number[], level: number) =>
    levels.filter((value) => value === level).length / levels.length;
  let expected = 0;
  for (let i = 0; i < LEVELS; i += 1)
    for (let j = 0; j < LEVELS; j += 1) expected += share(human, i) * share(machine, j) * (i - j) ** 2;
  return expected === 0 ? Number.NaN : 1 - observed / expected;
}

/** Shares of answers on the same level, and within one level. */
export function agreement(rows: readonly Judged[]): {
  exact: number;
  adjacent: number;
  up: number;
  down: number;
} {
  const steps = rows.map((row) => levelOf(row.machine) - levelOf(row.human));
  const shareOf = (fits: (step: number) => boolean) => steps.filter(fits).length / steps.length;
  return {
    exact: shareOf((step) => step === 0),
    adjacent: shareOf((step) => Math.abs(step) <= 1),
    up: steps.filter((step) => step >= 2).length,
    down: steps.filter((step) => step <= -2).length,
  };
}

/** Mean F1 of "right" and "not right", where right is a score of at least a half. */
export function macroF1(rows: readonly Judged[]): number {
  if (rows.length === 0) return Number.NaN;
  const f1 = (isRight: boolean) => {
    const of = (score: number) => score >= 0.5 === isRight;
    const both = rows.filter((row) => of(row.human) && of(row.machine)).length;
    const either = rows.filter((row) => of(row.human)).length + rows.filter((row) => of(row.machine)).length;
    return either === 0 ? 1 : (2 * both) / either;
  };
  return (f1(true) + f1(false)) / 2;
}
