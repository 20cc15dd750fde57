import { agreement, type Judged, levelOf, mean } from './metrics';

/** How answers that people put on one of the six levels are graded. NaN where there are none. */
export interface LevelFigures {
  level: number;
  answers: number;
  /** Of the machine, 0..1. */
  meanScore: number;
  /** Machine minus human, −1..1: above 0 is too kind. */
  meanError: number;
  /** Shares on the same level, and within one. */
  exact: number;
  adjacent: number;
}

export function byLevel(rows: readonly Judged[]): LevelFigures[] {
  return [0, 1, 2, 3, 4, 5].map((level) => {
    const group = rows.filter((row) => levelOf(row.human) === level);
    const { exact, adjacent } = agreement(group);
    return {
      level,
      answers: group.length,
      meanScore: mean(group.map((row) => row.machine)),
      meanError: mean(group.map((row) => row.machine - row.human)),
      exact,
      adjacent,
    };
  });
}
