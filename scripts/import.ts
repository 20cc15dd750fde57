import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import type { PreviewDocument } from '../lib/domain/question-bank';
import { note, print, runCommand, UsageError } from './command';
import { readPaths } from './import/read-paths';
import { type ImportedPath, isUnreadable, toJson, toText } from './import/report';

const USAGE = `Usage: npm run -s import -- [--dry-run] [--json] PATH…
Brings documents (Markdown, text, Word, PDF, HTML, CSV, Excel, JSON, Anki; folders and .zip too) into the bank.
  --dry-run  read and report, write nothing
  --json     print the result as JSON`;

await runCommand(async (app, argv) => {
  const { values, positionals } = readArguments(argv);
  if (positionals.length === 0) throw new UsageError(USAGE);
  const entries = await readPaths(positionals);
  const files = entries.flatMap((entry) =>
    'bytes' in entry ? [{ name: entry.path, bytes: entry.bytes }] : [],
  );
  const documents = await app.bank.importDocuments(files, {
    isDryRun: values['dry-run'],
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

/** The documents of one file; of an archive there are several, each with its path inside it. */
function ofPath(path: string, documents: readonly PreviewDocument[]): ImportedPath[] {
  return documents
    .filter((document) => document.path === path || document.path?.startsWith(`${path}/`))
    .map((document) => ({ path: document.path ?? path, document }));
}

function readArguments(argv: string[]) {
  try {
    const options = { 'dry-run': { type: 'boolean' }, json: { type: 'boolean' } } as const;
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
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
