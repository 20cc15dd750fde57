'use client';
import { useCallback, useState } from 'react';
import { asFailure, isAbort } from './http';
import { useFailureWords } from './use-failure-words';

export interface RequestState {
  isRunning: boolean;
  /** Why the last one failed, in the person's words. */
  failure: string | null;
  /** Whether the request succeeded; never rejects for one that failed. */
  run(request: () => Promise<unknown>): Promise<boolean>;
}

/**
 * What a press asks of the server: whether it is still under way, and why it failed. `onConflict` is called when it was
 * refused because things are not any more as the person saw them.
 */
export function useRequest(onConflict?: () => void): RequestState {
  const words = useFailureWords();
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = useCallback(
    async (request: () => Promise<unknown>) => {
      setIsRunning(true);
      setFailure(null);
      try {
        await request();
        return true;
      } catch (error) {
        // Who left, or stopped it, need not be told.
        if (isAbort(error)) return false;
        const failed = asFailure(error);
        setFailure(words(failed));
        if (failed.kind === 'conflict') onConflict?.();
        return false;
      } finally {
        setIsRunning(false);
      }
    },
    [words, onConflict],
  );
  return { isRunning, failure, run };
}
