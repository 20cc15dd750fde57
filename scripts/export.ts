import { writeFileSync } from 'node:fs';
import { EXPORT_FORMATS, type ExportFormat } from '../lib/domain/question-bank';
import type { App } from '../lib/wiring';
import { note, parseCall, reasonOf, runCommand, UsageError } from './command';

const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];
const USAGE = `Usage: npm run -s export -- [--format ${FORMATS.join('|')}] [--document NAME] [--output FILE]
Writes the bank in a form that Viva reads back to the letter; Markdown to standard output unless told otherwise.
  --document  only this document, by its name or id; may be given more than once`;

const OPTIONS = {
  format: { type: 'string' },
  document: { type: 'string', multiple: true },
  output: { type: 'string' },
} as const;

await runCommand(async (app, argv) => {
  const { values } = parseCall({ args: argv, options: OPTIONS }, USAGE);
  const format = FORMATS.find((name) => name === (values.format ?? 'markdown'));
  if (format === undefined) throw new UsageError(`There is no format ${values.format}.\n${USAGE}`);
  const documentIds = await idsOf(app, values.document);
  const { text, questions } = await app.bank.exportBank({ format, ...(documentIds && { documentIds }) });
  if (questions === 0) throw new UsageError('There are no questions to export.');
  if (values.output === undefined) process.stdout.write(text);
  else write(values.output, text);
  note(`${questions} questions exported.`);
  return 0;
});

async function idsOf(app: App, names: readonly string[] | undefined): Promise<string[] | undefined> {
  if (names === undefined) return undefined;
  const { documents } = await app.bank.overview();
  return names.map((name) => {
    const found = documents.find((document) => document.name === name || document.id === name);
    if (found) return found.id;
    throw new UsageError(`The bank has no document “${name}”.`);
  });
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}`);
  }
}
