'use client';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';

/** Runs what changes a document of the import, and lets the whole page know while it does. */
type During = <T>(work: () => Promise<T>) => Promise<T>;

const Running = createContext<During>((work) => work());

export const useRunningChange = (): During => useContext(Running);

/** How many changes are under way, and the way to run one. */
export function useRunningChanges(): { isChanging: boolean; during: During } {
  const [count, setCount] = useState(0);
  const during = useCallback<During>(async (work) => {
    setCount((now) => now + 1);
    try {
      return await work();
    } finally {
      setCount((now) => now - 1);
    }
  }, []);
  return useMemo(() => ({ isChanging: count > 0, during }), [count, during]);
}

export function RunningChanges({ during, children }: { during: During; children: ReactNode }) {
  return <Running.Provider value={during}>{children}</Running.Provider>;
}
