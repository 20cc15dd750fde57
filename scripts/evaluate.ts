import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { App } from '../lib/wiring';
import { note, print, runCommand, UsageError } from './command';
import { asMarkdown, figuresOf, type GradedRow } from './evaluation/report';
import { gradingLineSchema, taskOfLine } from './grading/line';

const USAGE = 'npm run -s evaluate -- [--grader offline|llm] [--json] [FILE.jsonl …]';
const OWN_SET = 'data/fixtures/graded-answers.zh.jsonl';

/** A line of a graded set: what `grade` takes, with a person's score and the question it belongs to. */
const labelledLine = gradingLineSchema.extend({
  qid: z.union([z.string(), z.number()]).optional(),
  score: z.number().min(0).max(1),
});
type LabelledLine = z.infer<typeof labelledLine>;

await runCommand(async (app, args) => {
  const { files, isLlm, isJson } = readArguments(args, app);
  const sets = [];
  for (const file of files) {
    const lines = readSet(file);
    note(`evaluate: ${file}, ${lines.length} answers …`);
    const rows: GradedRow[] = [];
    for (const line of lines) rows.push(await gradeRow(app, line, isLlm));
    sets.push(figuresOf(path.basename(file, '.jsonl'), rows));
  }
  print(
    isJson ? JSON.stringify(sets, null, 2) : asMarkdown(isLlm ? 'the configured model' : 'offline', sets),
  );
  return 0;
});

function readArguments(args: string[], app: App) {
  const options = { grader: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const grader = values.grader ?? 'offline';
  if (grader !== 'offline' && grader !== 'llm') throw new UsageError(`--grader is offline or llm. ${USAGE}`);
  if (grader === 'llm' && !app.grading.isLlm)
    throw new UsageError('No model is configured: set CHAT_MODEL in .env first.');
  const files = positionals.length > 0 ? positionals : [OWN_SET];
  const missing = files.filter((file) => !existsSync(file));
  if (missing.length > 0) throw new UsageError(`There is no file ${missing.join(', ')}. ${USAGE}`);
  return { files, isLlm: grader === 'llm', isJson: values.json === true };
}

function readSet(file: string): LabelledLine[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line, index) =>
    line.trim() === '' ? [] : [readLabelled(line, `${file}:${index + 1}`)],
  );
}

function readLabelled(line: string, place: string): LabelledLine {
  const parsed = labelledLine.safeParse(JSON.parse(line));
  if (parsed.success) return parsed.data;
  throw new UsageError(`${place}: ${z.prettifyError(parsed.error)}`);
}

async function gradeRow(app: App, line: LabelledLine, isLlm: boolean): Promise<GradedRow> {
  const task = taskOfLine(line);
  const started = performance.now();
  const outcome = await (isLlm ? app.grading.grade(task) : app.grading.gradeOffline(task));
  const grade = outcome.state === 'graded' ? outcome.grade : null;
  return {
    question: String(line.qid ?? line.question),
    human: line.score,
    machine: grade?.score ?? Number.NaN,
    answer: line.answer,
    state: outcome.state,
    milliseconds: performance.now() - started,
    tokens: (grade?.usage?.inputTokens ?? 0) + (grade?.usage?.outputTokens ?? 0),
  };
}
