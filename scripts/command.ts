import nextEnv from '@next/env';
import { loadConfig } from '../lib/config';
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

/**
 * Runs a command over the app: reads .env, opens the app, closes it whatever happens, and turns an error into one
 * line on standard error. `work` returns the exit code.
 */
export async function runCommand(work: (app: App, args: string[]) => Promise<number>): Promise<void> {
  process.exitCode = await attempt(async () => {
    nextEnv.loadEnvConfig(process.cwd(), false, { info: () => undefined, error: note });
    const app = await createApp({ ...loadConfig(), logLevel: 'error' });
    try {
      return await work(app, process.argv.slice(2));
    } finally {
      await app.close();
    }
  });
}

/** Like runCommand for work that needs no app. */
export async function attempt(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (isAppError(error) || error instanceof UsageError) note(error.message);
    else note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return 1;
  }
}
