import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { GradeOutcome, GradingTask } from '../lib/domain/grading';
import type { App } from '../lib/wiring';
import { note, print, runCommand, UsageError } from './command';
import { type ReadLine, readLine, resultOf, taskOfLine } from './grading/line';

const USAGE = 'npm run -s grade -- --json --input FILE.jsonl [--grader offline|llm] [--critique]';
/** Lines that a model grades at the same time. */
const AT_ONCE = 4;

await runCommand(async (app, args) => {
  const { input, isLlm, isJson, wantsCritique } = readArguments(args, app);
  const lines = readLines(input);
  let graded = 0;
  for (let start = 0; start < lines.length; start += AT_ONCE) {
    const batch = lines.slice(start, start + AT_ONCE);
    const results = await Promise.all(batch.map((line) => gradeLine(app, line, isLlm, wantsCritique)));
    graded += results.filter((result) => result.state === 'graded').length;
    for (const result of results) print(isJson ? JSON.stringify(result) : asText(result));
  }
  note(`${graded} of ${lines.length} lines graded`);
  return graded > 0 ? 0 : 1;
});

function readArguments(args: string[], app: App) {
  const { values } = parse(args);
  if (values.input === undefined) throw new UsageError(USAGE);
  const grader = values.grader ?? (app.grading.isLlm ? 'llm' : 'offline');
  if (grader !== 'offline' && grader !== 'llm') throw new UsageError(`--grader is offline or llm. ${USAGE}`);
  if (grader === 'llm' && !app.grading.isLlm) {
    throw new UsageError(
      'No model is configured: set CHAT_MODEL and its address or key in .env, or grade with --grader offline.',
    );
  }
  return {
    input: values.input,
    isLlm: grader === 'llm',
    isJson: values.json === true,
    wantsCritique: values.critique === true,
  };
}

function parse(args: string[]) {
  const options = {
    input: { type: 'string' },
    grader: { type: 'string' },
    json: { type: 'boolean' },
    critique: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args, options });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}. ${USAGE}`);
  }
}

function readLines(file: string): ReadLine[] {
  const text = readText(file);
  const lines = text.split('\n').map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const filled = lines.filter(({ line }) => line !== '');
  if (filled.length === 0) throw new UsageError(`${file} holds no lines. ${USAGE}`);
  return filled.map(({ line, number }) => readLine(line, number));
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

async function gradeLine(
  app: App,
  read: ReadLine,
  isLlm: boolean,
  wantsCritique: boolean,
): Promise<Record<string, unknown>> {
  if (read.state === 'unreadable') {
    return resultOf(read.id, { state: 'ungraded', reason: 'internal', message: read.reason });
  }
  const task = taskOfLine(read.line);
  const outcome = await (isLlm ? app.grading.grade(task) : app.grading.gradeOffline(task));
  return resultOf(read.line.id, outcome, wantsCritique ? await critiqueOf(app, task, outcome) : undefined);
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
