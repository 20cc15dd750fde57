'use client';
import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';

/** Wait after the last key before searching. Milliseconds. */
const TYPING_MS = 250;

type Query = Record<string, string>;

export interface ListQuery {
  /** What is asked for, which the list may not show yet. */
  wanted: Query;
  isPending: boolean;
  /** Sets one field, '' for none, and asks at once. */
  choose(name: string, value: string): void;
  /** Sets the words to look for, and asks once the typing pauses. */
  type(text: string): void;
}

/**
 * The filters of the list as they stand in the address. `shown` is what the list on the page answers to: it lags behind
 * what was chosen since, so a further choice must not be built on it.
 */
export function useListQuery(shown: Query): ListQuery {
  const router = useRouter();
  const path = usePathname();
  const [wanted, setWanted] = useState(shown);
  const [isPending, startTransition] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stopWaiting = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const known = useRef(shown);
  useEffect(() => {
    // What else changes the address, as a link or the back button, is taken over once nothing of ours is under way.
    if (known.current === shown || isPending || timer.current !== undefined) return;
    known.current = shown;
    // A space at the end is no part of the address, but the next word is about to follow it.
    setWanted(({ text = '' }) => (text.trim() === (shown.text ?? '') ? { ...shown, text } : shown));
  }, [shown, isPending]);

  const ask = (query: Query) => {
    stopWaiting();
    const entries = Object.entries(query).filter(([, value]) => value !== '');
    startTransition(() => router.replace(`${path}?${new URLSearchParams(entries)}`, { scroll: false }));
  };
  return {
    wanted,
    isPending,
    choose: (name, value) => {
      const query = { ...wanted, [name]: value };
      setWanted(query);
      ask(query);
    },
    type: (text) => {
      const query = { ...wanted, text };
      setWanted(query);
      stopWaiting();
      timer.current = setTimeout(() => ask(query), TYPING_MS);
    },
  };
}
