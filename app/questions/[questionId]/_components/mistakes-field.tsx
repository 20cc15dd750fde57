'use client';
import { Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { added, type MistakeRow, replaced } from './editor-form';
import type { ProblemWords } from './problem-words';
import { RowList } from './row-list';

interface MistakesFieldProps {
  mistakes: MistakeRow[];
  problem: ProblemWords;
  onChange(mistakes: MistakeRow[]): void;
}

/** What people often get wrong. */
export function MistakesField({ mistakes, problem, onChange }: MistakesFieldProps) {
  const t = useTranslations('editing');
  return (
    <RowList
      legend={t('fields.mistakes')}
      error={problem('mistakes')}
      rows={mistakes}
      nameOf={(_, index) => t('mistakeName', { number: index + 1 })}
      addLabel={t('addMistake')}
      onAdd={() => onChange(added(mistakes, { text: '' }))}
      onChange={onChange}
      renderRow={(mistake, index) => (
        <Textarea
          aria-label={t('mistakeName', { number: index + 1 })}
          value={mistake.text}
          error={problem('mistakes', index)}
          autosize
          minRows={1}
          onChange={(event) => onChange(replaced(mistakes, index, { text: event.currentTarget.value }))}
        />
      )}
    />
  );
}
