'use client';
import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type DragEvent, useRef, useState } from 'react';
import { useHydrated } from '@/app/_client/use-hydrated';
import { ARCHIVE_EXTENSIONS, DOCUMENT_EXTENSIONS } from '@/lib/domain/question-bank';
import classes from './import.module.css';
import type { ImportFlow } from './use-import';

/** Offered by the browser's dialogue; files of any other name can be chosen or dropped as well. */
const ACCEPTED = [...DOCUMENT_EXTENSIONS, ...ARCHIVE_EXTENSIONS].join(',');

interface ChooserProps {
  flow: ImportFlow;
  /** What was pasted so far; it outlives an attempt to read it that failed. */
  pasted: string;
  onPaste(text: string): void;
}

/** Drop files, choose them, or paste a text. What kind a file is, its content decides. */
export function Chooser({ flow, pasted, onPaste }: ChooserProps) {
  const t = useTranslations('import');
  const input = useRef<HTMLInputElement>(null);
  const isHydrated = useHydrated();
  const [isOver, setIsOver] = useState(false);
  const [hasPasted] = useState(pasted !== '');
  const take = (files: FileList | null) => {
    if (files && files.length > 0) void flow.readFiles(Array.from(files));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <>
      <section
        aria-label={t('dropLabel')}
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <p>{t('drop')}</p>
        <Button disabled={!isHydrated} onClick={() => input.current?.click()}>
          {t('choose')}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={ACCEPTED}
          data-testid="import-files"
          aria-label={t('choose')}
          onChange={(event) => take(event.currentTarget.files)}
        />
        <p className="viva-muted">{t('limits')}</p>
      </section>
      <details className={classes.paste} open={hasPasted || undefined}>
        <summary>{t('paste')}</summary>
        <Textarea
          aria-label={t('pasteLabel')}
          placeholder={t('pastePlaceholder')}
          value={pasted}
          onChange={(event) => onPaste(event.currentTarget.value)}
          autosize
          minRows={6}
          maxRows={18}
        />
        <Button
          variant="default"
          mt="sm"
          disabled={pasted.trim() === ''}
          onClick={() => void flow.readText(t('pastedName'), pasted)}
        >
          {t('readPasted')}
        </Button>
      </details>
    </>
  );
}
