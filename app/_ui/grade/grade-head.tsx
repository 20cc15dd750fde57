'use client';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import type { Grade } from '@/lib/domain/grading';
import { BandName } from './band-name';
import classes from './grade.module.css';

/** How many core points were said; half said ones count half in the bar and not in the number. */
export function countPoints(grade: Grade): { core: number; covered: number; share: number } {
  const core = grade.points.filter((point) => point.core);
  const covered = core.filter((point) => point.verdict === 'covered').length;
  const half = core.filter((point) => point.verdict === 'partial').length;
  return { core: core.length, covered, share: core.length ? (covered + half / 2) / core.length : 0 };
}

/** Whether it was only compared which option was chosen: that is exact, and no estimate. */
export function isByOption({ choice, grader }: Grade): boolean {
  return grader.kind === 'offline' && Boolean(choice?.chosen);
}

interface GradeHeadProps {
  grade: Grade;
  /** The heading's level on its page. */
  level?: 'h2' | 'h3' | 'h5';
  headingRef?: Ref<HTMLHeadingElement>;
}

/** Band and what graded; digits only when a model did, an offline estimate is never that exact. */
export function GradeHead({ grade, level: Heading = 'h2', headingRef }: GradeHeadProps) {
  const t = useTranslations('grade');
  const { core, covered, share } = countPoints(grade);
  const isOffline = grade.grader.kind === 'offline';
  return (
    <header className={classes.head}>
      <Heading ref={headingRef} tabIndex={-1} className={classes.headBand}>
        <span className="viva-hidden">{t('heading')}</span>
        <BandName band={grade.band} range={grade.range} />
        {!isOffline && (
          <span className={classes.digits}>
            {Math.round(grade.score * 100)}
            <span className={classes.outOf}> / 100</span>
          </span>
        )}
        <span className={classes.grader}>
          {isOffline ? t(isByOption(grade) ? 'byOption' : 'offline') : (grade.grader.model ?? t('model'))}
        </span>
      </Heading>
      {core > 0 && (
        <div className={classes.counts}>
          <span>{t('pointsCovered', { covered, core })}</span>
          <span className={classes.bar} aria-hidden="true">
            <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
          </span>
        </div>
      )}
    </header>
  );
}
