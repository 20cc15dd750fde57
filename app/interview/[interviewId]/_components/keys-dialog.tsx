'use client';
import { Kbd, Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import classes from './interview.module.css';

/** All keys of the page, on `?`. */
export function KeysDialog() {
  const t = useTranslations('interview.keys');
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = target !== null && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (event.key === '?' && !isTyping) setIsOpen((before) => !before);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const rows = [
    ['Ctrl / ⌘ + Enter', t('send')],
    ['A – D', t('choose')],
    ['Esc', t('escape')],
    ['?', t('help')],
  ] as const;
  return (
    <Modal
      opened={isOpen}
      onClose={() => setIsOpen(false)}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      centered
    >
      <dl className={classes.keys}>
        {rows.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
