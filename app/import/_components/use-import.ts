'use client';
import { useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { confirmImport, previewFiles, previewText, removeDocument } from '@/app/_client/bank';
import { RequestError } from '@/app/_client/http';
import type { ImportPreview, ImportResult } from '@/lib/domain/question-bank';

type ImportStep =
  | { at: 'choosing' }
  | { at: 'reading'; names: string[] }
  | { at: 'preview'; preview: ImportPreview }
  | { at: 'writing'; preview: ImportPreview }
  | { at: 'done'; result: ImportResult; created: string[] };

export interface ImportFlow {
  step: ImportStep;
  failure: string | null;
  readFiles(files: readonly File[]): Promise<void>;
  readText(name: string, text: string): Promise<void>;
  /** `keepBoth`: names that stay beside the document of the same name. */
  confirm(keepBoth: readonly string[]): Promise<void>;
  /** Takes documents that this import created out of the bank again. */
  undo(): Promise<void>;
  startOver(): void;
}

/** Choose, read, look, confirm: nothing is in the bank before the person confirms. */
export function useImport(): ImportFlow {
  const t = useTranslations('errors');
  const [step, setStep] = useState<ImportStep>({ at: 'choosing' });
  const [failure, setFailure] = useState<string | null>(null);

  const attempt = useCallback(
    async (action: () => Promise<ImportStep>, fallback: ImportStep) => {
      setFailure(null);
      try {
        setStep(await action());
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        setStep(fallback);
        setFailure(error.isUnreachable ? t('unreachable') : error.message);
      }
    },
    [t],
  );
  const read = useCallback(
    (names: string[], preview: () => Promise<ImportPreview>) => {
      setStep({ at: 'reading', names });
      return attempt(async () => ({ at: 'preview', preview: await preview() }), { at: 'choosing' });
    },
    [attempt],
  );

  return {
    step,
    failure,
    readFiles: (files) =>
      read(
        files.map(({ name }) => name),
        () => previewFiles(files),
      ),
    readText: (name, text) => read([name], () => previewText(name, text)),
    confirm: async (keepBoth) => {
      if (step.at !== 'preview') return;
      const { preview } = step;
      setStep({ at: 'writing', preview });
      const isNew = new Set(
        preview.documents.filter(({ status }) => status === 'new').map(({ name }) => name),
      );
      await attempt(async () => {
        const result = await confirmImport(preview.id, keepBoth);
        const created = result.documents.filter(({ name }) => isNew.has(name)).map(({ id }) => id);
        return { at: 'done', result, created };
      }, step);
    },
    undo: async () => {
      if (step.at !== 'done') return;
      await attempt(async () => {
        for (const id of step.created) await removeDocument(id);
        return { at: 'choosing' };
      }, step);
    },
    startOver: () => {
      setFailure(null);
      setStep({ at: 'choosing' });
    },
  };
}
