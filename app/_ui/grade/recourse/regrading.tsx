'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Regrade } from '@/lib/domain/interview';
import { GradeHistory } from './grade-history';
import classes from './recourse.module.css';
import { type Recourse, useRecourse } from './recourse-context';
import { regradeAnchor } from './regrade-anchor';

/** Other ways in which this answer could be graded than it was. */
function otherWay({ answer, grader }: Recourse): { how: Regrade; model: string | null } | null {
  const made = answer.grade?.grader;
  if (!made || !grader) return null;
  if (grader.kind === 'llm' && (made.kind === 'offline' || made.model !== grader.model))
    return { how: {}, model: grader.model ?? '' };
  return made.kind === 'llm' ? { how: { grader: 'offline' }, model: null } : null;
}

/** Offers to grade an answer anew, and lists the grades it had. Nothing is graded anew unless the person asks. */
export function Regrading() {
  const t = useTranslations('appeal');
  const tReason = useTranslations('interview.ungradedReason');
  const recourse = useRecourse();
  if (!recourse) return null;
  const { answer, isBusy, isRegrading, regrade } = recourse;
  const other = otherWay(recourse);
  return (
    <div id={regradeAnchor(answer.id)} className={classes.regrading} data-testid="regrading">
      {answer.basis === 'bank' && <p className="viva-muted">{t('byBank')}</p>}
      {answer.isOutdated && <p>{t('outdated')}</p>}
      {isRegrading && <p role="status">{t('regrading')}</p>}
      {answer.regradeFailed && !isRegrading && (
        <p role="alert">
          {t('regradeFailed')} {tReason(answer.regradeFailed.reason)}
        </p>
      )}
      <div className={`${classes.ways} viva-no-print`}>
        {answer.isOutdated && (
          <Button
            variant="light"
            disabled={isBusy}
            onClick={() => regrade({ basis: 'bank' })}
            data-testid="regrade-now"
          >
            {t('regradeNow')}
          </Button>
        )}
        {other && (
          <button
            type="button"
            className={classes.quiet}
            disabled={isBusy}
            onClick={() => regrade(other.how)}
            data-testid="regrade-other"
          >
            {other.model === null ? t('regradeOffline') : t('regradeModel', { model: other.model })}
          </button>
        )}
      </div>
      <GradeHistory answer={answer} />
    </div>
  );
}
