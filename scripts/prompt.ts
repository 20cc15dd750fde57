import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import {
  authoredPoints,
  deriveKeyPoints,
  type KeyPoint,
  keyPointsPrompt,
  type Rubric,
  referenceOf,
  rubricBasis,
  taskOf,
  verdictsPrompt,
} from '../lib/domain/grading';
import type { JsonPrompt } from '../lib/domain/prompt';
import { type Question, questionText } from '../lib/domain/question-bank';
import { note, print, runCommand, UsageError } from './command';

const USAGE =
  'npm run -s prompt -- (grade --question ID --answer FILE | key-points --question ID) [--language zh|en] [--json]';

/** Prints exactly what would be sent to the model, and sends nothing. */
await runCommand(async (app, args) => {
  const { kind, questionId, answerFile, language, isJson } = readArguments(args);
  const { question, rubric } = await app.bank.question(questionId);
  const show = isJson ? asJson : asText;
  if (kind === 'key-points') {
    const reference = referenceOf(question);
    if (reference === '') throw new UsageError('This question has no reference to split.');
    print(show(keyPointsPrompt, { question: questionText(question), reference }));
    return 0;
  }
  const points = pointsFor(question, rubric);
  if (points.length === 0)
    throw new UsageError('This question has no reference, so no model is asked about it.');
  const turns = [{ text: readAnswer(answerFile) }];
  print(show(verdictsPrompt, { ...taskOf(question, points, turns, language), points }));
  return 0;
});

/** The points that a grade would use, without asking a model for them. */
function pointsFor(question: Question, rubric: Rubric | undefined): KeyPoint[] {
  const isFresh = rubric?.basisHash === rubricBasis(question);
  if (isFresh && rubric.source !== 'offline') return rubric.points;
  const authored = authoredPoints(question);
  if (authored.length > 0) return authored;
  note('The key points below are derived offline; with a model they are extracted first (see key-points).');
  return isFresh ? rubric.points : deriveKeyPoints(questionText(question), referenceOf(question));
}

function asText<Variables, Reply>(prompt: JsonPrompt<Variables, Reply>, variables: Variables): string {
  const messages = prompt.render(variables).map(({ role, content }) => `[${role}]\n${content}`);
  return [`[prompt] ${prompt.id}`, ...messages].join('\n\n');
}

function asJson<Variables, Reply>(prompt: JsonPrompt<Variables, Reply>, variables: Variables): string {
  const { id, schemaName, schema } = prompt;
  return JSON.stringify({
    id,
    messages: prompt.render(variables),
    schemaName,
    schema: z.toJSONSchema(schema),
  });
}

function readArguments(args: string[]) {
  const { values, positionals } = parse(args);
  const [kind] = positionals;
  const language = values.language ?? 'zh';
  if (kind !== 'grade' && kind !== 'key-points') throw new UsageError(USAGE);
  if (language !== 'zh' && language !== 'en') throw new UsageError(USAGE);
  if (!values.question || (kind === 'grade' && !values.answer)) throw new UsageError(USAGE);
  return {
    kind,
    language,
    questionId: values.question,
    answerFile: values.answer ?? '',
    isJson: values.json === true,
  } as const;
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        question: { type: 'string' },
        answer: { type: 'string' },
        language: { type: 'string' },
        json: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}. ${USAGE}`);
  }
}

function readAnswer(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
