'use client';
import { Checkbox, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './editor.module.css';
import { added, lettered, type OptionRow, replaced } from './editor-form';
import type { ProblemWords } from './problem-words';
import { RowList } from './row-list';

interface OptionsFieldProps {
  options: OptionRow[];
  problem: ProblemWords;
  onChange(options: OptionRow[]): void;
}

/** The options of a choice question with a tick beside each right one. */
export function OptionsField({ options, problem, onChange }: OptionsFieldProps) {
  const t = useTranslations('editing');
  const set = (index: number, part: Partial<OptionRow>) => onChange(replaced(options, index, part));
  return (
    <RowList
      legend={t('fields.options')}
      hint={t('optionsHint')}
      error={problem('options') ?? problem('correct')}
      rows={options}
      nameOf={(option) => t('optionName', { label: option.label })}
      addLabel={t('addOption')}
      onAdd={() => onChange(lettered(added(options, { label: '', text: '', isRight: false })))}
      onChange={(rows) => onChange(lettered(rows))}
      renderRow={(option, index) => (
        <div className={classes.option}>
          <Checkbox
            checked={option.isRight}
            label={option.label}
            aria-label={t('optionIsRight', { label: option.label })}
            onChange={(event) => set(index, { isRight: event.currentTarget.checked })}
            size="md"
          />
          <Textarea
            aria-label={t('optionName', { label: option.label })}
            value={option.text}
            error={problem('options', index)}
            autosize
            minRows={1}
            onChange={(event) => set(index, { text: event.currentTarget.value })}
          />
        </div>
      )}
    />
  );
}
