'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import classes from './review.module.css';
import type { Looked } from './use-looked';
import type { Review } from './use-review';

/** How much is uncertain, the way to the next of it, and the way back. */
export function ReviewBar({ review, looked }: { review: Review; looked: Looked }) {
  const t = useTranslations('review');
  const { entries, selected, select, undo, redo } = review;
  const uncertain = entries.filter((entry) => entry.isUncertain);
  const left = uncertain.filter(({ question }) => !looked.ids.has(question.id));
  const place = left.findIndex(({ question }) => question.id === selected?.id);
  const next = left[(place + 1) % Math.max(1, left.length)]?.question;
  return (
    <div className={classes.bar}>
      <p className={classes.barFacts} data-testid="uncertain-left">
        {uncertain.length === 0
          ? t('allSure')
          : t('uncertainLeft', { count: uncertain.length, left: left.length })}
      </p>
      <div className={classes.buttons}>
        {next && next.id !== selected?.id && (
          <Button
            variant="light"
            onClick={() => select({ line: next.lines.start, questionId: next.id })}
            data-testid="next-uncertain"
          >
            {t('nextUncertain')}
          </Button>
        )}
        {left.length > 0 && (
          <Button
            variant="default"
            onClick={() => looked.add(left.map(({ question }) => question.id))}
            data-testid="look-all"
          >
            {t('lookAll', { count: left.length })}
          </Button>
        )}
        <Button variant="default" disabled={!undo} onClick={undo} data-testid="undo">
          {t('undo')}
        </Button>
        <Button variant="default" disabled={!redo} onClick={redo} data-testid="redo">
          {t('redo')}
        </Button>
      </div>
    </div>
  );
}
