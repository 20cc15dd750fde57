/** Why a call was ended from our side. */
export type Ending = 'cancelled' | 'timed-out' | 'stalled';

/** One signal for everything that may end a call: the caller, the total time limit, and silence. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Milliseconds left of the total limit. */
  remainingMs(): number;
  /** Set once the signal has fired. */
  ending(): Ending | null;
  /** Starts the silence timer, or starts it anew: something was heard. */
  heard(): void;
  /** Ends what is still running; must be called on every way out. */
  close(): void;
}

/** Limits in milliseconds; `stallMs` counts only from the first `heard()` on. */
export function openDeadline(limits: { totalMs: number; stallMs: number }, caller?: AbortSignal): Deadline {
  const controller = new AbortController();
  const endsAt = performance.now() + limits.totalMs;
  let ending: Ending | null = null;
  const end = (why: Ending) => {
    ending ??= why;
    controller.abort();
  };
  const onCancel = () => end('cancelled');
  const total = setTimeout(() => end('timed-out'), limits.totalMs);
  let stall: NodeJS.Timeout | undefined;
  if (caller?.aborted) onCancel();
  else caller?.addEventListener('abort', onCancel, { once: true });
  return {
    signal: controller.signal,
    remainingMs: () => endsAt - performance.now(),
    ending: () => ending,
    heard: () => {
      clearTimeout(stall);
      stall = setTimeout(() => end('stalled'), limits.stallMs);
    },
    close: () => {
      clearTimeout(total);
      clearTimeout(stall);
      caller?.removeEventListener('abort', onCancel);
      controller.abort();
    },
  };
}
