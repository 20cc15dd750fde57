'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { isChangedMeanwhile } from '@/app/_client/bank';
import type { Failure } from '@/app/_client/http';

/**
 * Runs what changes a document of the import, and lets the whole page know while it does. Resolves to whether it was done;
 * false where the import was changed meanwhile in another window: then the page shows it as it is now, and says so.
 */
type During = (work: () => Promise<void>) => Promise<boolean>;

const Running = createContext<During>(async (work) => {
  await work();
  return true;
});

export const useRunningChange = (): During => useContext(Running);

/** How many changes are under way, and the way to run one; `catchUp` shows the import as it is now. */
export function useRunningChanges(catchUp: (refused: Failure) => Promise<void>): {
  isChanging: boolean;
  during: During;
} {
  const [count, setCount] = useState(0);
  const during = useCallback<During>(
    async (work) => {
      setCount((now) => now + 1);
      try {
        await work();
        return true;
      } catch (error) {
        if (!isChangedMeanwhile(error)) throw error;
        await catchUp(error);
        return false;
      } finally {
        setCount((now) => now - 1);
      }
    },
    [catchUp],
  );
  return useMemo(() => ({ isChanging: count > 0, during }), [count, during]);
}

export function RunningChanges({ during, children }: { during: During; children: ReactNode }) {
  return <Running.Provider value={during}>{children}</Running.Provider>;
}
