import type { Clock } from '../../ports';

/** The machine's own clock. */
export function openClock(): Clock {
  return { now: () => Date.now() };
}
