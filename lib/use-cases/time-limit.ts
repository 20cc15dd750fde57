import { AppError } from '../domain/errors';

/** Milliseconds that a person waits for a model's wording before that of the rules takes its place. */
export const WORDING_MS = 60_000;

/** A signal that aborts after `milliseconds`, or earlier with `cancel`. */
export function limitOf(milliseconds: number, cancel?: AbortSignal): AbortSignal {
  const limit = AbortSignal.timeout(milliseconds);
  return cancel ? AbortSignal.any([limit, cancel]) : limit;
}

/** Whether an aborted signal was aborted by its time limit and not by a person. */
function isTimeout(signal: AbortSignal): boolean {
  return signal.reason instanceof Error && signal.reason.name === 'TimeoutError';
}

function abortedError(signal: AbortSignal): AppError {
  return isTimeout(signal)
    ? new AppError('unavailable', 'timeout', 'It took too long.', { cause: signal.reason })
    : new AppError('unavailable', 'cancelled', 'It was cancelled.', { cause: signal.reason });
}

/**
 * Waits for `work`, but no longer than until `signal` aborts, whether or not the work listens to it.
 * @throws AppError unavailable `timeout` or `cancelled`.
 */
export async function within<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    work.catch(() => undefined);
    throw abortedError(signal);
  }
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(abortedError(signal));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** The items of a stream until it ends or `signal` aborts; then it throws like `within`. */
export async function* streamWithin<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]();
  let isDone = false;
  try {
    for (;;) {
      const next = await within(iterator.next(), signal);
      if (next.done) {
        isDone = true;
        return;
      }
      yield next.value;
    }
  } finally {
    // Not awaited: a source that hangs would hang here as well.
    if (!isDone) iterator.return?.().catch(() => undefined);
  }
}
