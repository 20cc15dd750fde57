'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './review.module.css';
import { useCorrectionWords } from './use-correction-words';
import type { Review } from './use-review';

/** What the person has changed so far; each can be taken back on its own, in any order. */
export function CorrectionList({ review }: { review: Review }) {
  const t = useTranslations('review');
  const words = useCorrectionWords();
  const { corrections, correctAll } = review;
  if (corrections.length === 0) return null;
  return (
    <details className={classes.more} data-testid="corrections">
      <summary>{t('corrections', { count: corrections.length })}</summary>
      <ol className={classes.plain}>
        {corrections.map((correction, place) => (
          <li key={JSON.stringify(correction)} className={classes.correction}>
            <span>{words(correction)}</span>
            <Button
              variant="subtle"
              aria-label={t('takeBackThis', { what: words(correction) })}
              onClick={() =>
                correctAll(
                  corrections.filter((_, other) => other !== place),
                  t('takenBack', { what: words(correction) }),
                )
              }
            >
              {t('takeBack')}
            </Button>
          </li>
        ))}
      </ol>
      <Button variant="default" onClick={() => correctAll([], t('restored'))}>
        {t('restore')}
      </Button>
    </details>
  );
}
