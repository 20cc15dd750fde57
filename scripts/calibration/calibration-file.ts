import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Calibration, Grader } from '../../lib/domain/grading';
import { stableId } from '../../lib/domain/ids';
import type { App } from '../../lib/wiring';
import { readText, UsageError } from '../command';

const FILE = 'calibrations.json';

const entrySchema = z.object({
  /** A name that a person gave, or `bank_…` for a set of documents. */
  bank: z.string().min(1),
  /** `offline` or a model's name. */
  grader: z.string().min(1),
  intercept: z.number(),
  slope: z.number().min(0),
  size: z.number().int().positive(),
});
const fileSchema = z.object({ version: z.literal(1), calibrations: z.array(entrySchema) });

type Entry = z.infer<typeof entrySchema>;

/** What a calibration is kept under: the grader that gave the raw scores. */
export function graderName(grader: Grader): string {
  return grader.kind === 'offline' ? 'offline' : (grader.model ?? 'llm');
}

/** The bank that a calibration belongs to: the given name, else the documents that are switched on. */
export async function bankName(app: App, given: string | undefined): Promise<string> {
  if (given) return given;
  const { documents } = await app.bank.overview();
  const ids = documents.filter((document) => document.isEnabled).map((document) => document.id);
  return stableId('bank', ...ids.sort());
}

/** The calibrations of one bank, by grader. */
export function calibrationsOf(dataDir: string, bank: string): Map<string, Calibration> {
  const own = readEntries(dataDir).filter((entry) => entry.bank === bank);
  return new Map(own.map(({ grader, intercept, slope, size }) => [grader, { intercept, slope, size }]));
}

/** Keeps a calibration in place of an earlier one of the same bank and grader. Written whole or not at all. */
export function keepCalibration(
  dataDir: string,
  key: { bank: string; grader: string },
  calibration: Calibration,
): void {
  const others = readEntries(dataDir).filter(
    (entry) => entry.bank !== key.bank || entry.grader !== key.grader,
  );
  const content = { version: 1, calibrations: [...others, { ...key, ...calibration }] };
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, FILE);
  writeFileSync(`${file}.${process.pid}.tmp`, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(`${file}.${process.pid}.tmp`, file);
}

/** @throws UsageError when the file is there and is something else: it is never overwritten unread. */
function readEntries(dataDir: string): Entry[] {
  const file = path.join(dataDir, FILE);
  if (!existsSync(file)) return [];
  const content = fileSchema.safeParse(parse(readText(file)));
  if (content.success) return content.data.calibrations;
  throw new UsageError(`${file} is not a list of calibrations: ${z.prettifyError(content.error)}`);
}

/** Undefined when the text is not JSON: the schema then says that it is no such list. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
