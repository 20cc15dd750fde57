import type { GradedRow } from './graded-row';

/**
 * Whether the grader finds the answers that state something wrong. Counted by answer: people rarely mark where the
 * wrong words stand. Something wrong that no key point speaks of was not labelled, so a true finding of that kind lowers
 * the precision: it is a lower bound.
 */
export interface ClaimFigures {
  /** Answers with a label that says whether something in them is wrong. */
  answers: number;
  labelled: number;
  found: number;
  both: number;
  /** NaN when nothing was found. */
  precision: number;
  recall: number;
}

/** Null when the set labels no answer as wrong. */
export function claimFigures(rows: readonly GradedRow[]): ClaimFigures | null {
  const judged = rows.flatMap((row) => {
    const isWrong = labelledWrong(row);
    return isWrong === null ? [] : [{ isWrong, isFaulted: row.isFaulted }];
  });
  const labelled = judged.filter(({ isWrong }) => isWrong).length;
  if (labelled === 0) return null;
  const found = judged.filter(({ isFaulted }) => isFaulted).length;
  const both = judged.filter(({ isWrong, isFaulted }) => isWrong && isFaulted).length;
  return {
    answers: judged.length,
    labelled,
    found,
    both,
    precision: both / found,
    recall: both / labelled,
  };
}

/** By the verdicts on key points where there are any, else by the label; null without either. */
function labelledWrong({ line }: GradedRow): boolean | null {
  if (line.verdicts) return line.verdicts.includes('contradicted');
  return line.label === undefined ? null : line.label === 'contradictory';
}
