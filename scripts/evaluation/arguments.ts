import { existsSync } from 'node:fs';
import type { Config } from '../../lib/config';
import type { App } from '../../lib/wiring';
import { parseCall, UsageError } from '../command';
import { asksForModel } from '../grading/grader-choice';
import { recordingOptions } from '../grading/recordings';
import type { Prices } from './cost';

const USAGE = [
  'npm run -s evaluate -- [--grader offline|llm] [--json] [--html FILE] [--repeat N] [--no-attacks]',
  '  [--price-in X --price-out Y] [--record DIR | --replay DIR] [FILE.jsonl …]',
  'npm run -s evaluate -- --own [--json] [--html FILE]',
  'npm run -s evaluate -- --calibrate FILE.jsonl [--grader offline|llm] [--bank NAME]',
].join('\n');

const OWN_SET = 'data/fixtures/graded-answers.zh.jsonl';

const OPTIONS = {
  grader: { type: 'string' },
  json: { type: 'boolean' },
  html: { type: 'string' },
  repeat: { type: 'string' },
  'no-attacks': { type: 'boolean' },
  own: { type: 'boolean' },
  'price-in': { type: 'string' },
  'price-out': { type: 'string' },
  calibrate: { type: 'string' },
  bank: { type: 'string' },
  ...recordingOptions,
} as const;

export interface EvaluateArguments {
  files: string[];
  isLlm: boolean;
  isJson: boolean;
  /** Where the HTML report goes. */
  html: string | undefined;
  repeat: number;
  wantsAttacks: boolean;
  prices: Prices | null;
  /** Whether the person's own interviews are looked through; without files nothing else is. */
  isOwn: boolean;
  /** A graded set to fit a calibration on, in place of a report. */
  calibrate: string | undefined;
  bank: string | undefined;
}

/** @throws UsageError that says how to call it. */
export function readArguments(args: string[], app: App, config: Config): EvaluateArguments {
  const { values, positionals } = parseCall({ args, options: OPTIONS, allowPositionals: true }, USAGE);
  const files = positionals.length > 0 || values.own ? positionals : [OWN_SET];
  const missing = [...files, ...(values.calibrate ? [values.calibrate] : [])].filter(
    (file) => !existsSync(file),
  );
  if (missing.length > 0) throw new UsageError(`There is no file ${missing.join(', ')}.\n${USAGE}`);
  return {
    files,
    isLlm: asksForModel(values.grader, 'offline', app, config),
    isJson: values.json === true,
    html: values.html,
    repeat: positive('--repeat', values.repeat ?? '1', Number.isInteger),
    wantsAttacks: values['no-attacks'] !== true && files.length > 0,
    isOwn: values.own === true,
    prices: pricesOf(values['price-in'], values['price-out']),
    calibrate: values.calibrate,
    bank: values.bank,
  };
}

function pricesOf(input: string | undefined, output: string | undefined): Prices | null {
  if (input === undefined && output === undefined) return null;
  return {
    input: positive('--price-in', input ?? '0', Number.isFinite, 0),
    output: positive('--price-out', output ?? '0', Number.isFinite, 0),
  };
}

function positive(name: string, text: string, fits: (value: number) => boolean, least = 1): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (fits(value) && value >= least) return value;
  throw new UsageError(`${name} is a number of at least ${least}.\n${USAGE}`);
}
