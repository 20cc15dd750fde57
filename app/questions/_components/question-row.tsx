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
  /** Parts of it are a model's words. */
  isModelWritten: boolean;
  /** Of the last graded attempt; absent when there is none. */
  lastBand?: number | undefined;
}

export function QuestionRow(props: QuestionRowProps) {
  const { question, isEdited, isDoubted, isModelWritten, lastBand } = props;
  const t = useTranslations('questions');
  const doubts = useTranslations('doubts');
  const modelReading = useTranslations('modelReading');
  const bandName = useBandName();
  const facts = [
    t(question.kind),
    ...question.topics.slice(-1),
    ...(question.difficulty === undefined ? [] : [t('difficulty', { value: question.difficulty })]),
    question.documentName,
    ...(isEdited ? [t('edited')] : []),
    ...(isModelWritten ? [modelReading('written')] : []),
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
