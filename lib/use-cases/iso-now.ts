import type { Clock } from '../ports';

/** The present moment in ISO 8601, as everything stored has it. */
export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}
