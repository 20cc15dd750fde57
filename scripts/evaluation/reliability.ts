import { type Judged, mean } from './metrics';

const BINS = 10;

/** Answers whose machine score lies in one tenth of the scale, and what people gave them. */
export interface ReliabilityBin {
  answers: number;
  meanMachine: number;
  meanHuman: number;
}

/** A reliability curve: a grader on the people's scale lies on the diagonal. Empty bins are left out. */
export function reliability(rows: readonly Judged[]): ReliabilityBin[] {
  const binOf = (score: number) => Math.min(BINS - 1, Math.floor(score * BINS));
  return Array.from({ length: BINS }, (_, bin) => rows.filter((row) => binOf(row.machine) === bin))
    .filter((group) => group.length > 0)
    .map((group) => ({
      answers: group.length,
      meanMachine: mean(group.map((row) => row.machine)),
      meanHuman: mean(group.map((row) => row.human)),
    }));
}
