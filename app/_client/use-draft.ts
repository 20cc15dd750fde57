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

/** A draft that was changed since then, and not behind what was sent alone, stays whole. */
function without(sent: string, draft: string): string {
  return draft.startsWith(sent) ? draft.slice(sent.length).trimStart() : draft;
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
      writeDraft(key, without(sent, readDraft(key)));
      setDraft((now) => (now.key === key ? { key, text: without(sent, now.text) } : now));
    },
    [key],
  );
  return { text: draft.key === key ? draft.text : '', setText, drop };
}
