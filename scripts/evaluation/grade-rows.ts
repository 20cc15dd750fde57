import type { Grade, GradeOutcome, GradingTask } from '../../lib/domain/grading';
import type { App } from '../../lib/wiring';
import { inBatches } from '../grading/batches';
import { taskOfLine } from '../grading/line';
import type { GradedRow } from './graded-row';
import { type GradedLine, questionOf } from './graded-set';

/** How a set is graded. */
export interface GraderRun {
  grade: (task: GradingTask) => Promise<GradeOutcome>;
  /** Times that each answer is graded. */
  repeat: number;
  /** Answers graded at the same time. */
  atOnce: number;
}

export function graderOf(app: App, isLlm: boolean): GraderRun['grade'] {
  return (task) => (isLlm ? app.grading.grade(task) : app.grading.gradeOffline(task));
}

/** Grades every line of a set; whatever cannot be graded stays in as ungraded. */
export async function gradeRows(run: GraderRun, lines: readonly GradedLine[]): Promise<GradedRow[]> {
  const rows: GradedRow[] = [];
  for await (const row of inBatches(lines, run.atOnce, (line) => gradeRow(run, line))) rows.push(row);
  return rows;
}

async function gradeRow(run: GraderRun, line: GradedLine): Promise<GradedRow> {
  const task = taskOfLine(line);
  const started = performance.now();
  const first = await run.grade(task);
  const milliseconds = performance.now() - started;
  const outcomes = [first];
  for (let again = 1; again < run.repeat; again += 1) outcomes.push(await run.grade(task));
  const grades = outcomes.flatMap((outcome) => (outcome.state === 'graded' ? [outcome.grade] : []));
  const grade = first.state === 'graded' ? first.grade : null;
  return {
    line,
    question: questionOf(line),
    human: line.score,
    machine: grade?.score ?? Number.NaN,
    state: first.state,
    ungradedReason: first.state === 'ungraded' ? first.reason : null,
    scores: grades.map(({ score }) => score),
    verdicts: verdictsOf(line, grade),
    isFaulted: grade !== null && faults(grade),
    wasAskedTwice: grade?.secondCall !== undefined,
    hasRange: grade?.range !== undefined,
    milliseconds,
    inputTokens: grade?.usage?.inputTokens ?? 0,
    outputTokens: grade?.usage?.outputTokens ?? 0,
  };
}

/** Points of a line are numbered `p1`, `p2` … in its order. */
function verdictsOf(line: GradedLine, grade: Grade | null): GradedRow['verdicts'] {
  const byId = new Map(grade?.points.map(({ pointId, verdict }) => [pointId, verdict]));
  return (line.keyPoints ?? []).map((_, index) => byId.get(`p${index + 1}`) ?? null);
}

function faults(grade: Grade): boolean {
  return grade.falseClaims.length > 0 || grade.points.some(({ verdict }) => verdict === 'contradicted');
}
