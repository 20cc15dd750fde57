import { inBatches } from '../../grading/batches';
import { taskOfLine } from '../../grading/line';
import type { GraderRun } from '../grade-rows';
import type { GradedRow } from '../graded-row';
import { groupBy } from '../group-by';
import { ATTACK_KINDS, type Attack, type AttackKind, attacksOn } from './attacks';

/** From this human score on an answer counts as an honest one of full marks. */
const FULL_MARK = 0.95;
const LOWEST_BANDS = 1;

/** How one kind of hostile answer is graded over a set. Shares 0..1, NaN where there is nothing to count. */
export interface HostileFigures {
  kind: AttackKind;
  /** Graded ones; those that were not are counted apart. */
  attacks: number;
  ungraded: number;
  /** Share of attacks in bands 0 and 1. */
  lowest: number;
  /** Pairs of an attack with an honest full-mark answer to the same question, and the share with the honest one above. */
  pairs: number;
  above: number;
}

interface GradedAttack {
  kind: AttackKind;
  outcome: { score: number; band: number } | null;
  /** Machine scores of the honest answers to the same question. */
  honest: number[];
}

/** Attacks every question of a set that somebody answered fully; those answers have been graded already. */
export async function measureHostile(run: GraderRun, rows: readonly GradedRow[]): Promise<HostileFigures[]> {
  const attacks = plannedAttacks(rows);
  const graded: GradedAttack[] = [];
  for await (const one of inBatches(attacks, run.atOnce, (attack) => gradeAttack(run, attack)))
    graded.push(one);
  return ATTACK_KINDS.map((kind) =>
    figuresOf(
      kind,
      graded.filter((attack) => attack.kind === kind),
    ),
  );
}

interface PlannedAttack extends Attack {
  row: GradedRow;
  honest: number[];
}

function plannedAttacks(rows: readonly GradedRow[]): PlannedAttack[] {
  const byQuestion = groupBy(rows, (row) => row.question);
  const references = [...new Set(rows.flatMap((row) => row.line.references.slice(0, 1)))];
  return [...byQuestion.values()].flatMap((group, seed) => {
    const honest = group.filter((row) => row.state === 'graded' && row.human >= FULL_MARK);
    const [row] = honest;
    const reference = row?.line.references[0];
    if (!row || !reference) return [];
    const others = references.filter((other) => !row.line.references.includes(other));
    return attacksOn({ question: row.line.question, reference, others }, seed).map((attack) => ({
      ...attack,
      row,
      honest: honest.map(({ machine }) => machine),
    }));
  });
}

async function gradeAttack(
  run: GraderRun,
  { row, kind, text, honest }: PlannedAttack,
): Promise<GradedAttack> {
  const outcome = await run.grade(taskOfLine({ ...row.line, answer: text }));
  return { kind, honest, outcome: outcome.state === 'graded' ? outcome.grade : null };
}

function figuresOf(kind: AttackKind, all: readonly GradedAttack[]): HostileFigures {
  const graded = all.flatMap(({ outcome, honest }) => (outcome ? [{ ...outcome, honest }] : []));
  const pairs = graded.flatMap(({ score, honest }) => honest.map((other) => other > score));
  return {
    kind,
    attacks: graded.length,
    ungraded: all.length - graded.length,
    lowest: graded.filter(({ band }) => band <= LOWEST_BANDS).length / graded.length,
    pairs: pairs.length,
    above: pairs.filter(Boolean).length / pairs.length,
  };
}
