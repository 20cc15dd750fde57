'use client';
import { useEffect, useReducer, useRef } from 'react';

/**
 * Does one thing at a time: what is asked for while `isBusy` waits for its turn, and is then done as `act` does it by
 * then; what waits can be forgotten. The same thing asked for again while it waits, or is being done, is one thing: a button pressed twice.
 */
export function useInTurn<Item>(act: (item: Item) => void, isBusy: boolean) {
  const running = useRef<Item | undefined>(undefined);
  const waiting = useRef<Item[]>([]);
  const [, look] = useReducer((looks: number) => looks + 1, 0);
  useEffect(() => {
    if (isBusy) return;
    running.current = waiting.current.shift();
    if (running.current !== undefined) act(running.current);
  });
  const ask = (item: Item) => {
    const words = JSON.stringify(item);
    if ([running.current, ...waiting.current].some((other) => JSON.stringify(other) === words)) return;
    waiting.current.push(item);
    look();
  };
  const forget = () => {
    waiting.current = [];
  };
  return [ask, forget] as const;
}
