import { z } from 'zod';
import type { QuestionHit } from '../lib/ports';
import { filledLines, note, parseCall, print, readText, reasonOf, runCommand, UsageError } from './command';

const USAGE = 'npm run -s search -- [--json] [--limit K] ("text" | --queries FILE.jsonl)';
const OPTIONS = {
  json: { type: 'boolean' },
  limit: { type: 'string' },
  queries: { type: 'string' },
} as const;
const DEFAULT_LIMIT = 10;
const querySchema = z.object({ id: z.union([z.string(), z.number()]).optional(), text: z.string() });
type Query = z.infer<typeof querySchema>;

interface Arguments {
  queries: Query[];
  limit: number;
  isJson: boolean;
}

await runCommand(async (app, args) => {
  const { queries, limit, isJson } = readArguments(args);
  // Where no vectors can be made, the words are searched all the same.
  await app.index.refresh().catch((error: unknown) => note(reasonOf(error)));
  if (app.index.status().entries === 0) {
    throw new UsageError('The bank is empty: import a document first (npm run import -- FILE).');
  }
  for (const query of queries) {
    const hits = await app.search.questions(query.text, limit);
    print(isJson ? asJson(query, hits) : asText(hits));
  }
  return 0;
});

function readArguments(args: string[]): Arguments {
  const { values, positionals } = parseCall({ args, options: OPTIONS, allowPositionals: true }, USAGE);
  const limit = Number(values.limit ?? DEFAULT_LIMIT);
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError(`--limit wants a positive number.\n${USAGE}`);
  if ((values.queries === undefined) === (positionals.length === 0)) throw new UsageError(USAGE);
  const isJson = values.json === true || values.queries !== undefined;
  if (values.queries === undefined) return { queries: [{ text: positionals.join(' ') }], limit, isJson };
  return { queries: readQueries(values.queries), limit, isJson };
}

/** Every line is checked before the first search, so that a result is never half of one. */
function readQueries(file: string): Query[] {
  return filledLines(readText(file)).map(({ line, number }) => readQuery(line, `${file}:${number}`));
}

function readQuery(line: string, place: string): Query {
  try {
    return querySchema.parse(JSON.parse(line));
  } catch {
    throw new UsageError(`${place}: expected {"id": …, "text": "…"}`);
  }
}

function asJson(query: Query, hits: readonly QuestionHit[]): string {
  const rows = hits.map(({ question, score }) => ({
    questionId: question.id,
    kind: question.kind,
    stem: question.stem,
    source: question.documentName,
    score,
  }));
  return JSON.stringify({ ...(query.id === undefined ? {} : { id: query.id }), hits: rows });
}

function asText(hits: readonly QuestionHit[]): string {
  if (hits.length === 0) return 'nothing found';
  return hits
    .map(({ question, score }) => `${score.toFixed(3)}  ${question.stem}  (${question.documentName})`)
    .join('\n');
}
