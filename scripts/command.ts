import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import nextEnv from '@next/env';
import { type Config, loadConfig } from '../lib/config';
import { isAppError } from '../lib/domain/errors';
import { type App, createApp } from '../lib/wiring';

/** Writes to standard error: standard output holds only the result. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A wrong call of a command: its message says how to call it. */
export class UsageError extends Error {}

/** Whoever read the output has had enough (`| head`): there is nobody left to work for. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
}

/** What a command was called with. @throws UsageError that ends with `usage`. */
export function parseCall<Config extends ParseArgsConfig>(
  config: Config,
  usage: string,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${reasonOf(error)}\n${usage}`);
  }
}

/** A file's text without the mark that some editors put before it. @throws UsageError when it cannot be read. */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`);
  }
}

/** The lines of a text that hold anything, trimmed, with their 1-based numbers. */
export function filledLines(text: string): { line: string; number: number }[] {
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '');
}

/** What went wrong, in the words of whatever was thrown. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * Runs a command over the app: reads .env, opens the app, closes it whatever happens, and turns an error into one
 * line on standard error. `work` returns the exit code. `asked` adds what the arguments say to the configuration.
 */
export async function runCommand(
  work: (app: App, args: string[], config: Config) => Promise<number>,
  asked: (args: string[]) => Partial<Config> = () => ({}),
): Promise<void> {
  process.exitCode = await attempt(async () => {
    nextEnv.loadEnvConfig(process.cwd(), false, { info: () => undefined, error: note });
    const args = process.argv.slice(2);
    const config: Config = { ...loadConfig(), logLevel: 'error', ...asked(args) };
    const app = await createApp(config);
    try {
      return await work(app, args, config);
    } finally {
      await app.close();
    }
  });
}

/** Like runCommand for work that needs no app. */
export async function attempt(work: () => Promise<number>): Promise<number> {
  process.stdout.on('error', endQuietly);
  try {
    return await work();
  } catch (error) {
    if (isAppError(error) || error instanceof UsageError) note(error.message);
    else note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}
