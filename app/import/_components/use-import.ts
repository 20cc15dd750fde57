'use client';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { confirmImport, getImport, previewFiles, previewText, removeDocument } from '@/app/_client/bank';
import { asFailure } from '@/app/_client/http';
import { useFailureWords } from '@/app/_client/use-failure-words';
import type { ImportPreview, ImportResult, PreviewDocument } from '@/lib/domain/question-bank';

type ImportStep =
  /** `undone`: names of the documents that were just taken out again. */
  | { at: 'choosing'; undone?: readonly string[] }
  | { at: 'reading'; names: string[] }
  | { at: 'preview'; preview: ImportPreview }
  | { at: 'writing'; preview: ImportPreview }
  | { at: 'done'; result: ImportResult; created: string[] };

export interface ImportFlow {
  step: ImportStep;
  failure: string | null;
  readFiles(files: readonly File[]): Promise<void>;
  readText(name: string, text: string): Promise<void>;
  /** Puts a document that was read again in the place of the one at `index`. */
  replaceDocument(index: number, document: PreviewDocument): void;
  /** `keepBoth`: names that stay beside the document of the same name. */
  confirm(keepBoth: readonly string[]): Promise<void>;
  /** Takes documents that this import created out of the bank again. */
  undo(): Promise<void>;
  startOver(): void;
}

/** Says in the address which preview is shown, so that a reload and the back button find it. */
function address(id: string | null, how: 'pushState' | 'replaceState'): void {
  window.history[how](null, '', id === null ? '/import' : `/import?id=${encodeURIComponent(id)}`);
}

/** The step, and how an action leads to the next one or, when it fails, to another and the reason. */
function useSteps(isLoading: boolean) {
  const words = useFailureWords();
  const [step, setStep] = useState<ImportStep>(isLoading ? { at: 'reading', names: [] } : { at: 'choosing' });
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = useCallback(
    async (action: () => Promise<ImportStep>, fallback: ImportStep) => {
      setFailure(null);
      try {
        setStep(await action());
      } catch (error) {
        setFailure(words(asFailure(error)));
        setStep(fallback);
      }
    },
    [words],
  );
  return { step, setStep, failure, setFailure, attempt };
}

/** Choose, read, look, confirm: nothing is in the bank before the person confirms. */
export function useImport(): ImportFlow {
  const id = useSearchParams().get('id');
  const { step, setStep, failure, setFailure, attempt } = useSteps(id !== null);
  const shown = useRef<string | null>(null);

  const startOver = useCallback(() => {
    shown.current = null;
    setFailure(null);
    setStep({ at: 'choosing' });
  }, [setFailure, setStep]);

  useEffect(() => {
    if (id === shown.current) return;
    if (id === null) {
      startOver();
      return;
    }
    shown.current = id;
    setStep({ at: 'reading', names: [] });
    void attempt(async () => ({ at: 'preview', preview: await getImport(id) }), { at: 'choosing' });
  }, [id, attempt, setStep, startOver]);

  const read = (names: string[], preview: () => Promise<ImportPreview>) => {
    setStep({ at: 'reading', names });
    return attempt(
      async () => {
        const made = await preview();
        shown.current = made.id;
        address(made.id, 'pushState');
        return { at: 'preview', preview: made };
      },
      { at: 'choosing' },
    );
  };

  return {
    step,
    failure,
    readFiles: (files) =>
      read(
        files.map(({ name }) => name),
        () => previewFiles(files),
      ),
    readText: (name, text) => read([name], () => previewText(name, text)),
    replaceDocument: (index, document) =>
      setStep((now) =>
        now.at === 'preview' ? { ...now, preview: replaced(now.preview, index, document) } : now,
      ),
    confirm: async (keepBoth) => {
      if (step.at !== 'preview') return;
      const { preview } = step;
      setStep({ at: 'writing', preview });
      await attempt(async () => {
        const result = await confirmImport(preview.id, keepBoth);
        shown.current = null;
        address(null, 'replaceState');
        return { at: 'done', result, created: createdBy(preview, result) };
      }, step);
    },
    undo: async () => {
      if (step.at !== 'done') return;
      await attempt(async () => {
        for (const created of step.created) await removeDocument(created);
        const { documents } = step.result;
        const undone = documents.filter(({ id }) => step.created.includes(id)).map(({ name }) => name);
        return { at: 'choosing', undone };
      }, step);
    },
    startOver: () => {
      startOver();
      address(null, 'replaceState');
    },
  };
}

function replaced(preview: ImportPreview, index: number, document: PreviewDocument): ImportPreview {
  return {
    ...preview,
    documents: preview.documents.map((each, place) => (place === index ? document : each)),
  };
}

/** Ids of the documents that the bank did not have before. */
function createdBy(preview: ImportPreview, result: ImportResult): string[] {
  const isNew = new Set(preview.documents.filter(({ status }) => status === 'new').map(({ name }) => name));
  return result.documents.filter(({ name }) => isNew.has(name)).map(({ id }) => id);
}
