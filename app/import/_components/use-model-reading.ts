'use client';
import { useEffect, useRef, useState } from 'react';
import { asFailure, isAbort } from '@/app/_client/http';
import { type ModelReadingEvent, type ModelReadingRequest, readWithModel } from '@/app/_client/model-reading';
import { useFailureWords } from '@/app/_client/use-failure-words';
import { type PreviewDocument, withOutcome } from '@/lib/domain/question-bank';
import type { DocumentChange } from './use-import';

/** A pass of the model over one document. */
export interface ModelPass {
  isRunning: boolean;
  /** Null before the first pass of this visit. */
  progress: { done: number; total: number } | null;
  failure: string | null;
  run(asked: ModelReadingRequest): void;
  /** What was found so far is kept. */
  stop(): void;
}

/** The document with what an event of the pass tells of it. */
function afterEvent(document: PreviewDocument, event: ModelReadingEvent): PreviewDocument {
  const before = document.modelReading;
  if (event.name === 'planned') {
    const { model, windows } = event.data;
    return { ...document, modelReading: { model, windows, proposals: before?.proposals ?? [] } };
  }
  return event.name === 'window' && before
    ? { ...document, modelReading: withOutcome(before, event.data) }
    : document;
}

/** Runs the model over a document; what it proposes goes into the document as it comes. */
export function useModelReading(
  importId: string,
  name: string,
  onDocument: (change: DocumentChange) => void,
): ModelPass {
  const words = useFailureWords();
  const running = useRef<AbortController | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const [progress, setProgress] = useState<ModelPass['progress']>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const take = (event: ModelReadingEvent) => {
    if (event.name === 'planned') setProgress({ done: 0, total: event.data.todo });
    if (event.name === 'window') setProgress({ done: event.data.done, total: event.data.total });
    onDocument((now) => afterEvent(now, event));
  };
  const run = async (asked: ModelReadingRequest) => {
    if (running.current) return;
    const abort = new AbortController();
    running.current = abort;
    setIsRunning(true);
    setFailure(null);
    setProgress(null);
    try {
      for await (const event of readWithModel(importId, name, asked, abort.signal)) take(event);
    } catch (error) {
      if (!isAbort(error)) setFailure(words(asFailure(error)));
    } finally {
      running.current = null;
      setIsRunning(false);
    }
  };
  return {
    isRunning,
    progress,
    failure,
    run: (asked) => void run(asked),
    stop: () => running.current?.abort(),
  };
}
