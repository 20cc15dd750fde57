'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { compareAttempts } from '@/app/_client/interviews';
import { useRequest } from '@/app/_client/use-request';
import { compareGrades, type Grade, type UngradedReason } from '@/lib/domain/grading';
import classes from './recourse.module.css';
import { type Recourse, useRecourse } from './recourse-context';

interface AttemptComparisonProps {
  before: Grade | undefined;
  after: Grade;
}

/** What this attempt changed as against the one before: the points in code, style and structure by the model on request. */
export function AttemptComparison({ before, after }: AttemptComparisonProps) {
  const t = useTranslations('appeal');
  const recourse = useRecourse();
  if (!before) return null;
  const { points, counts, isLikeWithLike } = compareGrades(before, after);
  return (
    <section className={classes.comparison} aria-label={t('comparison')} data-testid="attempt-comparison">
      {points.length > 0 && <p>{t('pointsCompared', counts)}</p>}
      {!isLikeWithLike && <p className="viva-muted">{t('unlike')}</p>}
      {recourse && <Wording recourse={recourse} />}
    </section>
  );
}

function Wording({ recourse }: { recourse: Recourse }) {
  const t = useTranslations('appeal');
  const tReason = useTranslations('interview.ungradedReason');
  const { isRunning, failure, run } = useRequest();
  /** Why the model gave no comparison, though the request succeeded. */
  const [reason, setReason] = useState<UngradedReason | null>(null);
  const { interviewId, answer, grader, isBusy, refresh } = recourse;
  const compare = async () => {
    setReason(null);
    await run(async () => {
      const outcome = await compareAttempts(interviewId, answer.id);
      if (outcome.state === 'failed') setReason(outcome.reason);
      else await refresh();
    });
  };
  if (answer.wording) {
    const { comparison } = answer.wording;
    return (
      <ul className={classes.aspects}>
        {(['style', 'structure'] as const).map((aspect) => (
          <li key={aspect}>
            <strong>
              {t(aspect)} {t(`change.${comparison[aspect].change}`)}
            </strong>{' '}
            {comparison[aspect].reason}
          </li>
        ))}
      </ul>
    );
  }
  if (grader?.kind !== 'llm') return null;
  return (
    <div className="viva-no-print">
      <button
        type="button"
        className={classes.quiet}
        disabled={isBusy || isRunning}
        onClick={() => void compare()}
      >
        {t(isRunning ? 'comparing' : 'compareWording')}
      </button>
      {(failure ?? reason) && (
        <p role="alert">
          {t('compareFailed')} {reason ? tReason(reason) : failure}
        </p>
      )}
    </div>
  );
}
