'use client';
import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './editor.module.css';

interface RowControlsProps {
  /** What the row is called for a screen reader: 要点 2. */
  name: string;
  isFirst: boolean;
  isLast: boolean;
  onMove(by: -1 | 1): void;
  onRemove(): void;
}

/** Up, down and away: the same three buttons on every list of the editor. */
export function RowControls({ name, isFirst, isLast, onMove, onRemove }: RowControlsProps) {
  const t = useTranslations('editing');
  const look = { variant: 'subtle', color: 'gray', size: 44 } as const;
  // At an end a button does nothing, but keeps the focus that a move brought there.
  const idle = (isIdle: boolean) => (isIdle ? { 'aria-disabled': true, 'data-disabled': true } : {});
  return (
    <div className={classes.controls}>
      <ActionIcon {...look} {...idle(isFirst)} onClick={() => onMove(-1)} aria-label={t('moveUp', { name })}>
        <IconArrowUp size={18} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon {...look} {...idle(isLast)} onClick={() => onMove(1)} aria-label={t('moveDown', { name })}>
        <IconArrowDown size={18} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon {...look} onClick={onRemove} aria-label={t('removeRow', { name })}>
        <IconTrash size={18} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </div>
  );
}
