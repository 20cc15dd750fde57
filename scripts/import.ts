import { createInterface } from 'node:readline/promises';
import type { PreviewDocument } from '../lib/domain/question-bank';
import type { App } from '../lib/wiring';
import { note, parseCall, print, runCommand, UsageError } from './command';
import { windowLine } from './import/model-reading';
import { readPaths } from './import/read-paths';
import { type ImportedPath, isUnreadable, toJson, toText } from './import/report';

const USAGE = `Usage: npm run -s import -- [--dry-run] [--json] [--model [--accept verbatim]] PATH…
Brings documents (Markdown, text, Word, PDF, HTML, CSV, Excel, JSON, Anki; folders and .zip too) into the bank.
  --dry-run  read and report, write nothing
  --json     print the result as JSON
  --model    let the model read again where the reader is unsure, and notes without questions; report its proposals
  --accept verbatim  take those proposals whose every word is the document's`;

const OPTIONS = {
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  model: { type: 'boolean' },
  accept: { type: 'string' },
} as const;

await runCommand(async (app, argv) => {
  const { values, positionals } = readArguments(argv);
  if (positionals.length === 0) throw new UsageError(USAGE);
  const entries = await readPaths(positionals);
  const files = entries.flatMap((entry) =>
    'bytes' in entry ? [{ name: entry.path, bytes: entry.bytes }] : [],
  );
  const documents = await app.bank.importDocuments(files, {
    isDryRun: values['dry-run'],
    ...(values.model && { refine: refineWith(app, values.accept === 'verbatim') }),
    ...(process.stdin.isTTY && { keepsBoth }),
  });
  const results = entries.flatMap((entry): ImportedPath[] =>
    'issue' in entry ? [entry] : ofPath(entry.path, documents),
  );
  if (values.json) print(JSON.stringify({ documents: results.map(toJson) }));
  else print(results.map(toText).join('\n'));
  if (!results.every(isUnreadable)) return 0;
  note('None of these documents could be read.');
  return 1;
});

/** Reads each document with the model too; a part that failed is told and does not end the import. */
function refineWith(app: App, acceptsVerbatim: boolean) {
  if (!app.modelReading) throw new UsageError('No model is configured (CHAT_MODEL in .env).');
  const stop = new AbortController();
  process.once('SIGINT', () => {
    note('The model is not asked any more; what it proposed so far counts.');
    stop.abort();
  });
  return app.modelReading.refine({
    acceptsVerbatim,
    signal: stop.signal,
    onWindow: (document, outcome, done, total) => note(windowLine(document, outcome, done, total)),
  });
}

/** The documents of one file; of an archive there are several, each with its path inside it. */
function ofPath(path: string, documents: readonly PreviewDocument[]): ImportedPath[] {
  return documents
    .filter((document) => document.path === path || document.path?.startsWith(`${path}/`))
    .map((document) => ({ path: document.path ?? path, document }));
}

function readArguments(args: string[]) {
  const parsed = parseCall({ args, options: OPTIONS, allowPositionals: true }, USAGE);
  const { accept, model } = parsed.values;
  if (accept !== undefined && (accept !== 'verbatim' || !model))
    throw new UsageError(`--accept wants --model and knows only "verbatim".\n${USAGE}`);
  return parsed;
}

/** Asked on a terminal only: is it a new version of the document in the bank, or another one of the same name? */
async function keepsBoth(document: PreviewDocument): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const count = document.nameConflict?.questions ?? 0;
    const answer = await terminal.question(
      `The bank has a document ${document.name} with ${count} other questions. Replace it or keep both? [r/K] `,
    );
    return !/^r/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
