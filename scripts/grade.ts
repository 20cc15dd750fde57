import type { Config } from '../lib/config';
import { type Calibration, calibrated, type GradeOutcome, type GradingTask } from '../lib/domain/grading';
import type { App } from '../lib/wiring';
import { bankName, calibrationsOf, graderName } from './calibration/calibration-file';
import { filledLines, note, parseCall, print, readText, runCommand, UsageError } from './command';
import { batchSize, inBatches } from './grading/batches';
import { asksForModel } from './grading/grader-choice';
import { type ReadLine, readLine, resultOf, resultOfUnreadable, taskOfLine } from './grading/line';
import { recordingOptions, recordingsOf } from './grading/recordings';

const USAGE =
  'npm run -s grade -- --json --input FILE.jsonl [--grader offline|llm] [--critique] [--bank NAME] [--record DIR | --replay DIR]';

const OPTIONS = {
  input: { type: 'string' },
  grader: { type: 'string' },
  json: { type: 'boolean' },
  critique: { type: 'boolean' },
  bank: { type: 'string' },
  ...recordingOptions,
} as const;

interface Run {
  app: App;
  isLlm: boolean;
  wantsCritique: boolean;
  /** Of this bank, by grader. */
  calibrations: Map<string, Calibration>;
}

await runCommand(async (app, args, config) => {
  const { input, isLlm, isJson, wantsCritique, bank } = readArguments(args, app, config);
  const lines = readLines(input);
  const calibrations = calibrationsOf(config.dataDir, await bankName(app, bank));
  const run: Run = { app, isLlm, wantsCritique, calibrations };
  const size = batchSize(isLlm, config.recordings !== undefined);
  let graded = 0;
  for await (const result of inBatches(lines, size, (line) => gradeLine(run, line))) {
    if (result.state === 'graded') graded += 1;
    print(isJson ? JSON.stringify(result) : asText(result));
  }
  note(`${graded} of ${lines.length} lines graded`);
  return graded > 0 ? 0 : 1;
}, recordingsOf);

function readArguments(args: string[], app: App, config: Config) {
  const { values } = parseCall({ args, options: OPTIONS }, USAGE);
  if (values.input === undefined) throw new UsageError(USAGE);
  return {
    input: values.input,
    isLlm: asksForModel(values.grader, app.grading.isLlm ? 'llm' : 'offline', app, config),
    isJson: values.json === true,
    wantsCritique: values.critique === true,
    bank: values.bank,
  };
}

function readLines(file: string): ReadLine[] {
  const filled = filledLines(readText(file));
  if (filled.length === 0) throw new UsageError(`${file} holds no lines.\n${USAGE}`);
  return filled.map(({ line, number }) => readLine(line, number));
}

async function gradeLine(run: Run, read: ReadLine): Promise<Record<string, unknown>> {
  if (read.state === 'unreadable') return resultOfUnreadable(read);
  const task = taskOfLine(read.line);
  const { grading } = run.app;
  const outcome = await (run.isLlm ? grading.grade(task) : grading.gradeOffline(task));
  return resultOf(read.line.id, outcome, {
    critique: run.wantsCritique ? await critiqueOf(run.app, task, outcome) : undefined,
    calibrated: calibratedScore(outcome, run.calibrations),
  });
}

/** A choice is right or wrong on any scale, so only other grades are calibrated. */
function calibratedScore(outcome: GradeOutcome, calibrations: Run['calibrations']): number | undefined {
  if (outcome.state === 'ungraded' || outcome.grade.choice) return undefined;
  const calibration = calibrations.get(graderName(outcome.grade.grader));
  // Four decimals, as the raw score.
  return calibration && Math.round(calibrated(calibration, outcome.grade.score) * 10_000) / 10_000;
}

async function critiqueOf(app: App, task: GradingTask, outcome: GradeOutcome): Promise<string | undefined> {
  if (outcome.state !== 'graded') return undefined;
  let text = '';
  for await (const event of app.grading.critique({ task, grade: outcome.grade }))
    if (event.type === 'delta') text += event.text;
  return text;
}

function asText(result: Record<string, unknown>): string {
  const { id, state, band, score, reason } = result;
  return state === 'graded'
    ? `${id}  band ${band}  ${Number(score).toFixed(2)}`
    : `${id}  ungraded  ${reason}`;
}
