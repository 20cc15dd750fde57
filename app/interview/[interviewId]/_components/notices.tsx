'use client';
import { useTranslations } from 'next-intl';
import { useFailureWords } from '@/app/_client/use-failure-words';
import type { InterviewControls } from '@/app/_client/use-interview';
import classes from './interview.module.css';

/** Quiet bars above the composer: the server is gone, another tab is at it, or something failed. */
export function Notices({ live }: { live: InterviewControls }) {
  const t = useTranslations('interview');
  const words = useFailureWords();
  const { isUnreachable, error, dismissError } = live;
  if (isUnreachable) {
    return (
      <p className={classes.notice} role="status" data-testid="unreachable">
        {t('unreachable')}
      </p>
    );
  }
  if (!error) return null;
  const text =
    error.code === 'question-moved'
      ? t('moved')
      : error.kind === 'conflict'
        ? t('conflict')
        : t('failed', { message: words(error) });
  return (
    <p className={classes.notice} role="alert">
      <span>{text}</span>
      <button type="button" onClick={dismissError}>
        {t('understood')}
      </button>
    </p>
  );
}
