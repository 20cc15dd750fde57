'use client';
import { useCallback, useEffect, useRef, useState } from 'react';

interface RecognitionResult {
  isFinal: boolean;
  0: { transcript: string };
}

/** The part of the browser's recogniser that we use; TypeScript's DOM library does not have it. */
interface Recognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<RecognitionResult> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onstart: (() => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

type RecognitionConstructor = new () => Recognition;

/** What can go wrong, in as many words as the page has sentences for. */
type DictationFailure = 'absent' | 'not-allowed' | 'no-microphone' | 'network' | 'failed';

const FAILURES: Record<string, DictationFailure | undefined> = {
  'not-allowed': 'not-allowed',
  'service-not-allowed': 'not-allowed',
  'audio-capture': 'no-microphone',
  network: 'network',
};

function findConstructor(): RecognitionConstructor | undefined {
  const scope = window as unknown as Record<string, RecognitionConstructor | undefined>;
  return scope.SpeechRecognition ?? scope.webkitSpeechRecognition;
}

export interface Dictation {
  state: 'off' | 'starting' | 'listening';
  failure: DictationFailure | null;
  start(): void;
  stop(): void;
}

/** The browser's own recogniser: finished phrases go to `onPhrase`; silence and the person's stop are no failures. */
export function useDictation(language: string, onPhrase: (phrase: string) => void): Dictation {
  const [state, setState] = useState<Dictation['state']>('off');
  const [failure, setFailure] = useState<DictationFailure | null>(null);
  const recognition = useRef<Recognition | null>(null);
  const deliver = useRef(onPhrase);
  useEffect(() => {
    deliver.current = onPhrase;
  }, [onPhrase]);

  const start = useCallback(() => {
    const Constructor = findConstructor();
    if (!Constructor) return setFailure('absent');
    setFailure(null);
    const made = new Constructor();
    made.lang = language;
    made.continuous = true;
    made.interimResults = false;
    made.onstart = () => setState('listening');
    made.onresult = (event) => {
      for (const result of Array.from(event.results).slice(event.resultIndex)) {
        if (result.isFinal) deliver.current(result[0].transcript);
      }
    };
    made.onerror = ({ error }) => {
      if (error !== 'aborted' && error !== 'no-speech') setFailure(FAILURES[error] ?? 'failed');
    };
    made.onend = () => setState('off');
    recognition.current = made;
    setState('starting');
    try {
      made.start();
    } catch {
      setState('off');
      setFailure('failed');
    }
  }, [language]);

  const stop = useCallback(() => recognition.current?.stop(), []);
  useEffect(() => () => recognition.current?.abort(), []);
  return { state, failure, start, stop };
}
