'use client';
import { Kbd } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { isTyping } from '@/app/_client/is-typing';
import { Dialog } from '@/app/_ui/dialog';
import classes from './interview.module.css';

/** All keys of the page, on `?`. */
export function KeysDialog() {
  const t = useTranslations('interview.keys');
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === '?' && !isTyping(event.target)) setIsOpen((before) => !before);
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
    <Dialog isOpen={isOpen} title={t('title')} onClose={() => setIsOpen(false)}>
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
    </Dialog>
  );
}
