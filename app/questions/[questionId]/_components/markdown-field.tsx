'use client';
import { Button, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Markdown } from '@/app/_ui/markdown';
import classes from './editor.module.css';

interface MarkdownFieldProps {
  label: string;
  hint?: string;
  value: string;
  error?: string | undefined;
  isRequired?: boolean;
  minRows?: number;
  onChange(value: string): void;
}

/** Markdown source, with a look at how it will be shown. */
export function MarkdownField({
  label,
  hint,
  value,
  error,
  isRequired,
  minRows = 3,
  onChange,
}: MarkdownFieldProps) {
  const t = useTranslations('editing');
  const [isShown, setIsShown] = useState(false);
  return (
    <div className={classes.field}>
      <Textarea
        label={label}
        description={hint}
        value={value}
        error={error}
        required={isRequired}
        withAsterisk={false}
        autosize
        minRows={minRows}
        maxRows={24}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.previewSwitch}
        aria-expanded={isShown}
        aria-label={t(isShown ? 'hidePreviewOf' : 'showPreviewOf', { name: label })}
        onClick={() => setIsShown(!isShown)}
      >
        {t(isShown ? 'hidePreview' : 'showPreview')}
      </Button>
      {isShown && (
        <section className={classes.preview} aria-label={t('previewOf', { name: label })}>
          {value.trim() === '' ? <p className="viva-muted">{t('nothing')}</p> : <Markdown text={value} />}
        </section>
      )}
    </div>
  );
}
