import path from 'node:path';
import type { Config } from '../../lib/config';
import type { App } from '../../lib/wiring';
import { note } from '../command';
import { batchSize } from '../grading/batches';
import type { EvaluateArguments } from './arguments';
import { type FigureOptions, figuresOf, type SetFigures } from './figures';
import { type GraderRun, gradeRows, graderOf } from './grade-rows';
import type { GradedRow } from './graded-row';
import { readGradedSet } from './graded-set';
import { measureHostile } from './hostile/measure';
import { measureSuite } from './hostile/suite';
import type { Report } from './report/report';
import { SPREAD_OF_CODE } from './spread';

const ATTACK_SUITE = 'data/fixtures/attacks.jsonl';

/** The rows of a set stay in hand for the plots, which show every answer. */
export interface EvaluatedSet {
  figures: SetFigures;
  rows: GradedRow[];
}

/** Grades every set with one grader and measures it, hostile answers included unless they are not wanted. */
export async function evaluateSets(
  app: App,
  config: Config,
  args: EvaluateArguments,
): Promise<{ report: Report; sets: EvaluatedSet[] }> {
  const { isLlm, wantsAttacks } = args;
  const run: GraderRun = {
    grade: graderOf(app, isLlm),
    // What is a function of its input needs no second run.
    repeat: isLlm ? args.repeat : 1,
    atOnce: batchSize(isLlm, config.recordings !== undefined),
  };
  const options: FigureOptions = {
    prices: args.prices,
    isReplayed: config.recordings?.mode === 'replay',
    repeat: run.repeat,
    spread: isLlm ? null : SPREAD_OF_CODE,
  };
  const sets: EvaluatedSet[] = [];
  for (const file of args.files) sets.push(await evaluateSet(file, run, wantsAttacks, options));
  if (wantsAttacks) note(`evaluate: ${ATTACK_SUITE} …`);
  const report: Report = {
    grader: isLlm
      ? { kind: 'llm', ...(app.grading.model ? { model: app.grading.model } : {}) }
      : { kind: 'offline' },
    sets: sets.map(({ figures }) => figures),
    appeals: args.isOwn ? await app.interviews.tallyAppeals() : [],
    suite: wantsAttacks ? await measureSuite(run, ATTACK_SUITE) : [],
  };
  return { report, sets };
}

async function evaluateSet(
  file: string,
  run: GraderRun,
  wantsAttacks: boolean,
  options: FigureOptions,
): Promise<EvaluatedSet> {
  const lines = readGradedSet(file);
  note(`evaluate: ${file}, ${lines.length} answers …`);
  const rows = await gradeRows(run, lines);
  const hostile = wantsAttacks ? await measureHostile(run, rows) : [];
  return { rows, figures: figuresOf(path.basename(file, '.jsonl'), rows, hostile, options) };
}
