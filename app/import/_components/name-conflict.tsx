'use client';
import { SegmentedControl } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './import.module.css';

interface NameConflictProps {
  /** Questions of the document of this name that is in the bank. */
  count: number;
  isKeptBeside: boolean;
  onKeepBeside(isKept: boolean): void;
}

/** The bank has another document of this name: a new version, or another one to keep beside it? */
export function NameConflict({ count, isKeptBeside, onKeepBeside }: NameConflictProps) {
  const t = useTranslations('import');
  return (
    <div className={classes.conflict}>
      <p>{t('nameConflict', { count })}</p>
      <SegmentedControl
        aria-label={t('nameConflictLabel')}
        value={isKeptBeside ? 'keep' : 'replace'}
        onChange={(value) => onKeepBeside(value === 'keep')}
        data={[
          { value: 'replace', label: t('replace') },
          { value: 'keep', label: t('keepBoth') },
        ]}
      />
    </div>
  );
}
