'use client';
import { useTranslations } from 'next-intl';
import type { AppealView } from '@/lib/domain/interview';
import classes from './recourse.module.css';

interface AppealResultProps {
  appeal: AppealView | undefined;
  isLooking: boolean;
  isBusy: boolean;
  /** Contests again in the same words. */
  onRetry(words: string): Promise<boolean>;
}

/** What was objected, and what a second look found. */
export function AppealResult({ appeal, isLooking, isBusy, onRetry }: AppealResultProps) {
  const t = useTranslations('appeal');
  const tGrade = useTranslations('grade');
  const tReason = useTranslations('interview.ungradedReason');
  if (isLooking || appeal?.state === 'looking') return <p role="status">{t('looking')}</p>;
  if (!appeal) return null;
  const { look, failure, before, words } = appeal;
  return (
    <div className={classes.result} role="status" data-testid="appeal-result" data-state={appeal.state}>
      <p className="viva-muted">{t('youSaid', { words })}</p>
      {look && (
        <p>
          <strong>
            {look.verdict === before
              ? t('upheld')
              : t('changed', {
                  before: tGrade(`verdict.${before}`),
                  after: tGrade(`verdict.${look.verdict}`),
                })}
          </strong>{' '}
          {look.reason}{' '}
          <span className="viva-muted">
            {t('lookedBy', {
              grader:
                look.grader.kind === 'offline' ? tGrade('offline') : (look.grader.model ?? tGrade('model')),
            })}
          </span>
        </p>
      )}
      {failure && (
        <p>
          {t('lookFailed')} {tReason(failure.reason)}{' '}
          <button
            type="button"
            className={`${classes.quiet} viva-no-print`}
            disabled={isBusy}
            onClick={() => void onRetry(words)}
          >
            {t('lookAgain')}
          </button>
        </p>
      )}
    </div>
  );
}
