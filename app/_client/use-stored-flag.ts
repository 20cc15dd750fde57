'use client';
import { useCallback, useSyncExternalStore } from 'react';

/** What was agreed to where the browser stores nothing; it is asked again on the next visit. */
const forThisVisit = new Set<string>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function isStored(key: string): boolean {
  if (forThisVisit.has(key)) return true;
  try {
    return localStorage.getItem(key) === '1';
  } catch {
    return false;
  }
}

function store(key: string): void {
  try {
    localStorage.setItem(key, '1');
  } catch {
    forThisVisit.add(key);
  }
  for (const tell of listeners) tell();
}

/** A yes that the browser remembers ("seen", "agreed"); null on the server and until React has taken over. */
export function useStoredFlag(name: string): [isSet: boolean | null, set: () => void] {
  const key = `viva:${name}`;
  const isSet = useSyncExternalStore(
    subscribe,
    () => isStored(key),
    () => null,
  );
  return [isSet, useCallback(() => store(key), [key])];
}
