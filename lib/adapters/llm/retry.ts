import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { Deadline } from './deadline';
import { failureOf } from './failure';

export interface RetryOptions {
  /** Further attempts after the first. */
  retries: number;
  /** Milliseconds before the first further attempt; doubles with each, with jitter. */
  backOffMs: number;
}

/**
 * Runs an attempt again after failures that may pass (408, 409, 429, 5xx, broken connections), waiting as long as
 * the endpoint asks for. A wait that would outlast the deadline is not begun.
 */
export function withRetries<T>(
  attempt: () => Promise<T>,
  deadline: Deadline,
  options: RetryOptions,
): Promise<T> {
  return pRetry(attempt, {
    retries: options.retries,
    minTimeout: options.backOffMs,
    factor: 2,
    randomize: true,
    signal: deadline.signal,
    shouldRetry: ({ error }) => {
      const failure = failureOf(error, deadline);
      return failure.isRetryable && (failure.retryAfterMs ?? 0) < deadline.remainingMs();
    },
    onFailedAttempt: async ({ error, retriesLeft }) => {
      const { isRetryable, retryAfterMs = 0 } = failureOf(error, deadline);
      if (!isRetryable || retriesLeft === 0 || retryAfterMs >= deadline.remainingMs()) return;
      await sleep(retryAfterMs, undefined, { signal: deadline.signal });
    },
  });
}
