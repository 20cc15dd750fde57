import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Config } from '../../lib/config';
import { UsageError } from '../command';

/** To be spread into a command's own options. */
export const recordingOptions = { record: { type: 'string' }, replay: { type: 'string' } } as const;

/** What `--record DIR` and `--replay DIR` ask of the configuration, read before the app is opened. */
export function recordingsOf(args: string[]): Pick<Config, 'recordings'> {
  const { values } = parseArgs({ args, options: recordingOptions, strict: false });
  const { record, replay } = values;
  if (record === undefined && replay === undefined) return {};
  if (record !== undefined && replay !== undefined)
    throw new UsageError('A run is either recorded or replayed, not both.');
  const dir = record ?? replay;
  if (typeof dir !== 'string' || dir === '' || dir.startsWith('--'))
    throw new UsageError('--record and --replay take a folder.');
  return { recordings: { mode: record === undefined ? 'replay' : 'record', dir: path.resolve(dir) } };
}
