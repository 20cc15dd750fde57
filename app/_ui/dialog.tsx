'use client';
import { Button, Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import classes from './dialog.module.css';

interface DialogProps {
  isOpen: boolean;
  title: string;
  onClose(): void;
  children: ReactNode;
}

/** What stands before the page until the person has seen to it. */
export function Dialog({ isOpen, title, onClose, children }: DialogProps) {
  const t = useTranslations('nav');
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
      centered
    >
      {children}
    </Modal>
  );
}

interface ConfirmDialogProps extends DialogProps {
  /** What the two buttons say: leave it, do it. */
  stay: string;
  go: string;
  onGo(): void;
  /** Test id of the button that does it. */
  testId?: string;
}

/** Asks once more before something that is not easily taken back. */
export function ConfirmDialog({ stay, go, onGo, testId, children, ...dialog }: ConfirmDialogProps) {
  return (
    <Dialog {...dialog}>
      {children}
      <div className={classes.actions}>
        <Button variant="default" onClick={dialog.onClose}>
          {stay}
        </Button>
        <Button onClick={onGo} data-testid={testId}>
          {go}
        </Button>
      </div>
    </Dialog>
  );
}
