'use client';
import { useCallback, useEffect, useState } from 'react';

export interface Looked {
  ids: ReadonlySet<string>;
  /** Marks questions as looked at. */
  add(ids: readonly string[]): void;
}

/** Which uncertain questions of an import the person has looked at; this tab remembers it through a reload. */
export function useLooked(importId: string): Looked {
  const key = `viva:looked:${importId}`;
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => setIds(new Set(stored(key))), [key]);
  const add = useCallback(
    (more: readonly string[]) => {
      const all = new Set([...stored(key), ...more]);
      setIds(all);
      try {
        sessionStorage.setItem(key, JSON.stringify([...all]));
      } catch {
        // Without storage, or when it is full, a reload forgets what was looked at.
      }
    },
    [key],
  );
  return { ids, add };
}

function stored(key: string): string[] {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    // As above; what another program wrote there counts as nothing.
    return [];
  }
}
