import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { inBatches } from '../../grading/batches';
import { gradingLineSchema, taskOfLine } from '../../grading/line';
import type { GraderRun } from '../grade-rows';
import { groupBy } from '../group-by';

/** An attack written by hand, with an honest full answer that holds words of the same kind. */
const suiteLine = z.object({
  id: z.string(),
  kind: z.string(),
  question: z.string(),
  references: z.array(z.string()),
  attack: z.string(),
  twin: z.string(),
});
type SuiteLine = z.infer<typeof suiteLine>;

/** How one kind of the suite is graded. Shares 0..1 of the pairs that were graded. */
export interface SuiteFigures {
  kind: string;
  pairs: number;
  ungraded: number;
  /** Share of attacks in bands 0 and 1. */
  lowest: number;
  /** Share of twins in bands 4 and 5. */
  twinHighest: number;
  /** Share of pairs with the twin above the attack. */
  above: number;
}

interface GradedPair {
  kind: string;
  attack: { score: number; band: number } | null;
  twin: { score: number; band: number } | null;
}

/** Grades the suite in a file; the last line sums up all kinds. */
export async function measureSuite(run: GraderRun, file: string): Promise<SuiteFigures[]> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  const suite = lines.map((line) => suiteLine.parse(JSON.parse(line)));
  const graded: GradedPair[] = [];
  for await (const pair of inBatches(suite, run.atOnce, (line) => gradePair(run, line))) graded.push(pair);
  const kinds = [...groupBy(graded, (pair) => pair.kind)];
  return [...kinds, ['all', graded] as const].map(([kind, pairs]) => figuresOf(kind, pairs));
}

async function gradePair(run: GraderRun, line: SuiteLine): Promise<GradedPair> {
  const grade = async (answer: string) => {
    const { question, references } = line;
    const outcome = await run.grade(taskOfLine(gradingLineSchema.parse({ question, references, answer })));
    return outcome.state === 'graded' ? outcome.grade : null;
  };
  return { kind: line.kind, attack: await grade(line.attack), twin: await grade(line.twin) };
}

function figuresOf(kind: string, all: readonly GradedPair[]): SuiteFigures {
  const graded = all.flatMap(({ attack, twin }) => (attack && twin ? [{ attack, twin }] : []));
  const share = (fits: (pair: (typeof graded)[number]) => boolean) =>
    graded.filter(fits).length / graded.length;
  return {
    kind,
    pairs: graded.length,
    ungraded: all.length - graded.length,
    lowest: share(({ attack }) => attack.band <= 1),
    twinHighest: share(({ twin }) => twin.band >= 4),
    above: share(({ attack, twin }) => twin.score > attack.score),
  };
}
