'use client';
import { useTranslations } from 'next-intl';
import type { Grade, PointVerdict, Verdict } from '@/lib/domain/grading';
import classes from './grade.module.css';
import { PointRow } from './point-row';

interface PointsProps {
  grade: Grade;
  answerId: string;
  /** The grade of the attempt before, to say what changed. */
  before?: Grade;
}

/** Core points first; bonus points folded away, as they never cost anything. */
export function Points({ grade, answerId, before }: PointsProps) {
  const t = useTranslations('grade');
  const verdictBefore = new Map<string, Verdict>(
    before?.points.map((point) => [point.pointId, point.verdict]),
  );
  const row = (point: PointVerdict) => (
    <PointRow
      key={point.pointId}
      point={point}
      markId={`${answerId}-${point.pointId}`}
      before={verdictBefore.get(point.pointId)}
    />
  );
  const bonus = grade.points.filter((point) => !point.core);
  const said = bonus.filter((point) => point.verdict === 'covered').length;
  return (
    <>
      <ul className={classes.points}>{grade.points.filter((point) => point.core).map(row)}</ul>
      {bonus.length > 0 && (
        <details>
          <summary>{t('bonus', { said, count: bonus.length })}</summary>
          <ul className={classes.points}>{bonus.map(row)}</ul>
        </details>
      )}
    </>
  );
}
