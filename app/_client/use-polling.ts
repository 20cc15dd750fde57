'use client';
import { useEffect, useRef } from 'react';

/**
 * Looks again and again while `isOn`, each time `waitMs` milliseconds after the look before has ended, so that looks at
 * a slow server do not pile up. A look that is under way when it is switched off, or the page is left, is told by its
 * signal; what it throws ends the looking.
 */
export function usePolling(
  look: (signal: AbortSignal) => Promise<unknown>,
  waitMs: number,
  isOn: boolean,
): void {
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  }, [look]);
  useEffect(() => {
    if (!isOn) return;
    const ending = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(async () => {
        await latest.current(ending.signal);
        if (!ending.signal.aborted) wait();
      }, waitMs);
    };
    wait();
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [waitMs, isOn]);
}
