'use client';
import { useFormatter, useTranslations } from 'next-intl';
import type { AnswerView, GradeRecord } from '@/lib/domain/interview';
import { useBandName } from '../band-name';
import { countPoints } from '../grade-head';
import classes from './recourse.module.css';

/** Every grade the answer had, the latest first; the one on the card counts. */
export function GradeHistory({ answer }: { answer: AnswerView }) {
  const t = useTranslations('appeal');
  const { history = [], grade, gradedAt, basis } = answer;
  if (history.length === 0 || !grade || !gradedAt) return null;
  const current: GradeRecord = { grade, at: gradedAt, ...(basis ? { basis } : {}) };
  const records = [current, ...history.toReversed()];
  return (
    <details className={classes.history} data-testid="grade-history">
      <summary>{t('history', { count: records.length })}</summary>
      <ol reversed>
        {records.map((record, index) => (
          <li key={record.at + String(index)}>
            <Line record={record} />
            {index === 0 && <strong> {t('counts')}</strong>}
          </li>
        ))}
      </ol>
    </details>
  );
}

function Line({ record: { grade, at, basis, isRevised } }: { record: GradeRecord }) {
  const t = useTranslations('appeal');
  const tGrade = useTranslations('grade');
  const format = useFormatter();
  const bandName = useBandName();
  const { grader } = grade;
  const isOffline = grader.kind === 'offline';
  const parts = [
    format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' }),
    bandName(grade.band) + (isOffline ? '' : ` ${Math.round(grade.score * 100)}`),
    tGrade('pointsCovered', countPoints(grade)),
    isOffline ? tGrade('offline') : (grader.model ?? tGrade('model')),
    ...(basis === 'bank' ? [t('fromBank')] : []),
    ...(isRevised ? [t('revised')] : []),
  ];
  return <span>{parts.join(' · ')}</span>;
}
