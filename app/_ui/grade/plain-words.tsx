'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import classes from './grade.module.css';

/** Characters. Longer stretches that nothing rests on are folded: they would push question and feedback off the page. */
const LONGEST_STRETCH = 1200;
const SHOWN_BEFORE = 400;
const SHOWN_BEHIND = 200;

/** A stretch of somebody's words that nothing rests on; a very long one is opened on request. */
export function PlainWords({ text }: { text: string }) {
  const t = useTranslations('grade');
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen || text.length <= LONGEST_STRETCH) return <span>{text}</span>;
  // By code points, so that no character is cut in two.
  const characters = [...text];
  const hidden = characters.length - SHOWN_BEFORE - SHOWN_BEHIND;
  return (
    <span>
      {characters.slice(0, SHOWN_BEFORE).join('')}
      <button type="button" className={classes.unfold} onClick={() => setIsOpen(true)} data-testid="unfold">
        {t('unfold', { count: hidden })}
      </button>
      {characters.slice(-SHOWN_BEHIND).join('')}
    </span>
  );
}
