import { z } from 'zod';
import { keyPointsPrompt, referencesOf } from '../lib/domain/grading';
import type { JsonPrompt, PromptMessage } from '../lib/domain/prompt';
import { questionText } from '../lib/domain/question-bank';
import { note, parseCall, print, readText, runCommand, UsageError } from './command';

const USAGE =
  'npm run -s prompt -- (grade --question ID --answer FILE | key-points --question ID) [--language zh|en] [--json]';

const OPTIONS = {
  question: { type: 'string' },
  answer: { type: 'string' },
  language: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Prints exactly what would be sent to the model, and sends nothing. */
await runCommand(async (app, args) => {
  const { kind, questionId, answerFile, language, isJson } = readArguments(args);
  const { question } = await app.bank.question(questionId);
  const show = isJson ? asJson : asText;
  if (kind === 'key-points') {
    const [reference = ''] = referencesOf(question);
    if (reference === '') throw new UsageError('This question has no reference to split.');
    print(show(keyPointsPrompt, keyPointsPrompt.render({ question: questionText(question), reference })));
    return 0;
  }
  const turns = [{ text: readText(answerFile) }];
  const preview = await app.grading.preview({ question, turns, language });
  if (preview.rubric.points.length === 0)
    throw new UsageError('This question has no reference, so no model is asked about it.');
  if (preview.rubric.source === 'offline')
    note('The key points below are derived offline; with a model they are extracted first (see key-points).');
  print(show(preview.prompt, preview.messages));
  return 0;
});

type Shown = Pick<JsonPrompt<never, unknown>, 'id' | 'schemaName' | 'schema'>;

function asText({ id }: Shown, messages: readonly PromptMessage[]): string {
  const shown = messages.map(({ role, content }) => `[${role}]\n${content}`);
  return [`[prompt] ${id}`, ...shown].join('\n\n');
}

function asJson({ id, schemaName, schema }: Shown, messages: readonly PromptMessage[]): string {
  return JSON.stringify({ id, messages, schemaName, schema: z.toJSONSchema(schema) });
}

function readArguments(args: string[]) {
  const { values, positionals } = parseCall({ args, options: OPTIONS, allowPositionals: true }, USAGE);
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
