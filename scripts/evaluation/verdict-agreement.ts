import type { Verdict } from '../../lib/domain/grading';
import type { GradedRow } from './graded-row';

export const VERDICTS = ['covered', 'partial', 'missing', 'contradicted'] as const satisfies Verdict[];

/** Agreement on key points, where a set has a person's verdict on each. */
export interface VerdictFigures {
  points: number;
  /** Share of points with the same verdict. */
  same: number;
  /** Cohen's kappa, unweighted: (same − chance) / (1 − chance) (Cohen 1960, Educational and Psychological Measurement 20). */
  kappa: number;
  /** How often a person's verdict (first key) met the machine's (second). */
  confusion: Record<Verdict, Record<Verdict, number>>;
}

/** Null when the set has no verdicts by people. */
export function verdictFigures(rows: readonly GradedRow[]): VerdictFigures | null {
  const pairs = rows.flatMap((row) =>
    row.verdicts.flatMap((machine, index) => {
      const human = row.line.verdicts?.[index];
      return human && machine ? [{ human, machine }] : [];
    }),
  );
  if (pairs.length === 0) return null;
  const confusion = emptyConfusion();
  for (const { human, machine } of pairs) confusion[human][machine] += 1;
  const same = VERDICTS.reduce((total, verdict) => total + confusion[verdict][verdict], 0) / pairs.length;
  const chance = VERDICTS.reduce((total, verdict) => {
    const human = pairs.filter((pair) => pair.human === verdict).length;
    const machine = pairs.filter((pair) => pair.machine === verdict).length;
    return total + (human * machine) / pairs.length ** 2;
  }, 0);
  return {
    points: pairs.length,
    same,
    kappa: chance === 1 ? Number.NaN : (same - chance) / (1 - chance),
    confusion,
  };
}

function emptyConfusion(): VerdictFigures['confusion'] {
  const none = () => ({ covered: 0, partial: 0, missing: 0, contradicted: 0 });
  return { covered: none(), partial: none(), missing: none(), contradicted: none() };
}
