'use client';
import { useSearchParams } from 'next/navigation';
import { type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import {
  confirmImport,
  getImport,
  isChangedMeanwhile,
  previewFiles,
  previewText,
  removeDocument,
} from '@/app/_client/bank';
import { asFailure, type Failure } from '@/app/_client/http';
import { useFailureWords } from '@/app/_client/use-failure-words';
import type { ImportPreview, ImportResult, PreviewDocument } from '@/lib/domain/question-bank';

type ImportStep =
  /** `undone`: names of the documents that were just taken out again. */
  | { at: 'choosing'; undone?: readonly string[] }
  | { at: 'reading'; names: string[] }
  | { at: 'preview'; preview: ImportPreview }
  | { at: 'writing'; preview: ImportPreview }
  | { at: 'done'; result: ImportResult; created: string[] };

/**
 * What becomes of a document of the preview. Made from the document as it is then: what the model proposes and what a
 * correction leads to come in any order, and neither may undo the other.
 */
export type DocumentChange = (now: PreviewDocument) => PreviewDocument;

export interface ImportFlow {
  step: ImportStep;
  failure: string | null;
  readFiles(files: readonly File[]): Promise<void>;
  readText(name: string, text: string): Promise<void>;
  /** Changes the document at `index`, as when it was read again. */
  changeDocument(index: number, change: DocumentChange): void;
  /** `keepBoth`: names that stay beside the document of the same name. */
  confirm(keepBoth: readonly string[]): Promise<void>;
  /** Takes documents that this import created out of the bank again. */
  undo(): Promise<void>;
  startOver(): void;
  /** Shows the preview as the server has it now, after a change of it that was refused. */
  catchUp(refused: Failure): Promise<void>;
}

const PAGE = '/import';

/**
 * Says in the address which preview is shown, so that a reload and the back button find it. The answer to a request may
 * come when the person is on another page already, whose address stays as it is.
 */
function address(id: string | null, how: 'pushState' | 'replaceState'): void {
  if (window.location.pathname !== PAGE) return;
  window.history[how](null, '', id === null ? PAGE : `${PAGE}?id=${encodeURIComponent(id)}`);
}

/** The step, and how an action leads to the next one or, when it fails, to another and the reason. */
function useSteps(isLoading: boolean) {
  const words = useFailureWords();
  const [step, setStep] = useState<ImportStep>(isLoading ? { at: 'reading', names: [] } : { at: 'choosing' });
  const [failure, setFailure] = useState<string | null>(null);
  const attempt = useCallback(
    async (
      action: () => Promise<ImportStep>,
      fallback: SetStateAction<ImportStep>,
      isWanted: () => boolean = () => true,
    ) => {
      setFailure(null);
      try {
        const next = await action();
        if (isWanted()) setStep(next);
      } catch (error) {
        const failed = words(asFailure(error));
        if (!isWanted()) return;
        setFailure(failed);
        setStep(fallback);
      }
    },
    [words],
  );
  /** Of a change that was refused, why, and the preview as it is now. */
  const catchUp = useCallback(
    async (id: string, refused: Failure): Promise<ImportStep> => {
      const preview = await getImport(id);
      setFailure(words(refused));
      return { at: 'preview', preview };
    },
    [words],
  );
  return { step, setStep, failure, setFailure, attempt, catchUp };
}

/** Choose, read, look, confirm: nothing is in the bank before the person confirms. */
export function useImport(): ImportFlow {
  const id = useSearchParams().get('id');
  const { step, setStep, failure, setFailure, attempt, catchUp } = useSteps(id !== null);
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
    void attempt(
      async () => ({ at: 'preview', preview: await getImport(id) }),
      { at: 'choosing' },
      // The back button may have led to another preview, or away from all, before this one is there.
      () => shown.current === id,
    );
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
    changeDocument: (index, change) => {
      setFailure(null);
      setStep((now) =>
        now.at === 'preview' ? { ...now, preview: changedAt(now.preview, index, change) } : now,
      );
    },
    catchUp: async (refused) => {
      if (step.at === 'preview')
        await attempt(
          () => catchUp(step.preview.id, refused),
          (now) => now,
        );
    },
    confirm: async (keepBoth) => {
      if (step.at !== 'preview') return;
      const { preview } = step;
      setStep({ at: 'writing', preview });
      await attempt(async () => {
        try {
          const result = await confirmImport(preview, keepBoth);
          shown.current = null;
          address(null, 'replaceState');
          return { at: 'done', result, created: createdBy(preview, result) };
        } catch (error) {
          if (isChangedMeanwhile(error)) return catchUp(preview.id, error);
          throw error;
        }
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

function changedAt(preview: ImportPreview, index: number, change: DocumentChange): ImportPreview {
  return {
    ...preview,
    documents: preview.documents.map((each, place) => (place === index ? change(each) : each)),
  };
}

/**
 * Ids of the documents that the bank did not have before. One that was kept beside another of its name got a name of its
 * own; it is new unless an earlier import had put it there.
 */
function createdBy({ documents }: ImportPreview, result: ImportResult): string[] {
  const names = new Set(documents.map(({ name }) => name));
  const newNames = new Set(documents.filter(({ status }) => status === 'new').map(({ name }) => name));
  return result.documents
    .filter(({ name, added, changed, unchanged }) =>
      names.has(name) ? newNames.has(name) : added > 0 && changed + unchanged === 0,
    )
    .map(({ id }) => id);
}
