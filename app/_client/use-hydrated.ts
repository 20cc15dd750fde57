'use client';
import { useSyncExternalStore } from 'react';

const subscribe = () => () => {};

/** False on the server and until React has taken over: what is typed or pressed before would be lost. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => true,
    () => false,
  );
}
