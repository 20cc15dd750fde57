'use client';
import { useTranslations } from 'next-intl';
import classes from './grade.module.css';
import { lightUp, usePointLink } from './point-link';

/** The person's words that a verdict rests on; leads to where they stand in the answer, and lights up both. */
export function QuoteLink({ markId, quote }: { markId: string; quote: string }) {
  const t = useTranslations('grade');
  const link = usePointLink();
  return (
    <a
      href={`#quote-${markId}`}
      className={classes.quote}
      onClick={() => link.toggle(markId)}
      {...lightUp(link, markId)}
    >
      <span className="viva-hidden">{t('yourWords')}</span>“{quote}”
    </a>
  );
}
