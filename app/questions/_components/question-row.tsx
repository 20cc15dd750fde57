'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useBandName } from '@/app/_ui/grade/band-name';
import { plainText } from '@/app/_ui/plain-text';
import type { Question } from '@/lib/domain/question-bank';
import classes from './questions.module.css';

interface QuestionRowProps {
  /** No more of it than the row shows. */
  question: Pick<Question, 'id' | 'kind' | 'stem' | 'topics' | 'difficulty' | 'documentName'>;
  isEdited: boolean;
  isDoubted: boolean;
  /** Of the last graded attempt; absent when there is none. */
  lastBand?: number | undefined;
}

export function QuestionRow({ question, isEdited, isDoubted, lastBand }: QuestionRowProps) {
  const t = useTranslations('questions');
  const doubts = useTranslations('doubts');
  const bandName = useBandName();
  const facts = [
    t(question.kind),
    ...question.topics.slice(-1),
    ...(question.difficulty === undefined ? [] : [t('difficulty', { value: question.difficulty })]),
    question.documentName,
    ...(isEdited ? [t('edited')] : []),
    ...(isDoubted ? [`⚠ ${doubts('badge')}`] : []),
    ...(lastBand === undefined ? [] : [t('lastTime', { band: bandName(lastBand) })]),
  ];
  return (
    <li>
      <Link href={`/questions/${encodeURIComponent(question.id)}`} className={classes.row} prefetch={false}>
        <span className={classes.stem}>{plainText(question.stem)}</span>
        <span className="viva-muted">{facts.join(' · ')}</span>
      </Link>
    </li>
  );
}
