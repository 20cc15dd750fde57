import type { Config } from '../../lib/config';
import type { App } from '../../lib/wiring';
import { UsageError } from '../command';

/**
 * Which grader an argument asks for; `fallback` counts without one. True: the model.
 * @throws UsageError for a name that is none, for a model where none is configured, and for recordings without a model.
 */
export function asksForModel(
  wanted: string | undefined,
  fallback: 'offline' | 'llm',
  app: App,
  { recordings }: Config,
): boolean {
  const grader = wanted ?? (recordings ? 'llm' : fallback);
  if (grader !== 'offline' && grader !== 'llm') throw new UsageError('--grader is offline or llm.');
  if (grader === 'offline' && recordings)
    throw new UsageError('Only a model gives replies to record or replay: leave out --grader offline.');
  if (grader === 'llm' && !app.grading.isLlm)
    throw new UsageError(
      'No model is configured: set CHAT_MODEL and its address or key in .env, or grade with --grader offline.',
    );
  return grader === 'llm';
}
