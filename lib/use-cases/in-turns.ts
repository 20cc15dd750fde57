import { otherWork } from './other-work';

/** Milliseconds of work after which requests that wait are answered. */
const TURN_MS = 10;

/**
 * Goes through long work in small steps and lets other work go first in between: a big bank must not stop the server from
 * answering. Ends early once the signal is raised. @returns whether it came to its end
 */
export async function inTurns(steps: Iterable<unknown>, signal?: AbortSignal): Promise<boolean> {
  let end = performance.now() + TURN_MS;
  for (const _ of steps) {
    if (performance.now() < end) continue;
    await otherWork();
    if (signal?.aborted) return false;
    end = performance.now() + TURN_MS;
  }
  return !signal?.aborted;
}
