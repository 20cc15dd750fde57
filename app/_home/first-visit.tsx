'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useStart } from '../_client/use-start';
import classes from './home.module.css';

/** Questions of the interview that one press on a first visit starts. */
const FIRST_LIMIT = 5;

/** One sentence on what Viva does, and two ways in. */
export function FirstVisit({ questions }: { questions: number }) {
  const t = useTranslations('home');
  const { start, isStarting, failure } = useStart();
  return (
    <section className={classes.hero}>
      <h1>{t('firstTitle')}</h1>
      <p>{t('firstText')}</p>
      <div className={classes.heroActions}>
        <Button
          loading={isStarting}
          disabled={questions === 0}
          onClick={() => void start({ mode: 'practice', limit: FIRST_LIMIT })}
          data-testid="quick-start"
        >
          {t('quickStart', { count: Math.min(FIRST_LIMIT, questions) })}
        </Button>
        <Button component={Link} href="/import" variant="default">
          {t('importMine')}
        </Button>
      </div>
      {failure && <p role="alert">{failure}</p>}
    </section>
  );
}
