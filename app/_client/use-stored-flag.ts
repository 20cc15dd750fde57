'use client';
import { useCallback, useEffect, useState } from 'react';

/** A yes that the browser remembers ("seen", "agreed"); false until it is known. */
export function useStoredFlag(name: string): [isSet: boolean, set: () => void] {
  const key = `viva:${name}`;
  const [isSet, setIsSet] = useState(false);
  useEffect(() => {
    try {
      setIsSet(localStorage.getItem(key) === '1');
    } catch {
      // Without storage it is asked again on the next visit.
    }
  }, [key]);
  const set = useCallback(() => {
    setIsSet(true);
    try {
      localStorage.setItem(key, '1');
    } catch {
      // As above.
    }
  }, [key]);
  return [isSet, set];
}
