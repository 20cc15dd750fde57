'use client';
import { useTranslations } from 'next-intl';
import type { Grade } from '@/lib/domain/grading';
import classes from './grade.module.css';

interface FlagsProps {
  grade: Grade;
  hintsSeen: number;
  /** False when the reference had been seen before the answer was given. */
  countsInAverage: boolean;
}

/** What stands beside the score without changing it: hints, the reference, and what the grader noticed. */
export function Flags({ grade, hintsSeen, countsInAverage }: FlagsProps) {
  const t = useTranslations('grade');
  const lines = [
    ...(hintsSeen > 0 ? [t('hintsSeen', { count: hintsSeen })] : []),
    ...(countsInAverage ? [] : [t('referenceSeen')]),
    ...grade.flags.map((flag) => t(`flags.${flag}`)),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={classes.flags}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
