'use client';
import { useCallback, useEffect, useState } from 'react';

const PREFIX = 'viva:draft:';

/** Storage may be full or forbidden; the draft then lives as long as the page. */
function readDraft(key: string): string {
  try {
    return localStorage.getItem(PREFIX + key) ?? '';
  } catch {
    return '';
  }
}

function writeDraft(key: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, text);
  } catch {
    // Nothing to do: the text is still on the page.
  }
}

export interface Draft {
  text: string;
  setText(text: string): void;
  /** Takes away what was sent; what was typed behind it since then stays. */
  drop(sent: string): void;
}

/** Where the draft of an answer in an interview is kept. */
export function draftKey(interviewId: string, questionId: string): string {
  return `${interviewId}:${questionId}`;
}

/** What was typed and not yet stored by the server, kept per question through reload and server loss. */
export function useDraft(key: string): Draft {
  const [draft, setDraft] = useState({ key, text: '' });
  useEffect(() => setDraft({ key, text: readDraft(key) }), [key]);
  const setText = useCallback(
    (text: string) => {
      setDraft({ key, text });
      writeDraft(key, text);
    },
    [key],
  );
  const drop = useCallback(
    (sent: string) => {
      const written = readDraft(key);
      const rest = written.startsWith(sent) ? written.slice(sent.length).trimStart() : '';
      writeDraft(key, rest);
      setDraft((now) => {
        if (now.key !== key) return now;
        return { key, text: now.text.startsWith(sent) ? now.text.slice(sent.length).trimStart() : now.text };
      });
    },
    [key],
  );
  return { text: draft.key === key ? draft.text : '', setText, drop };
}
