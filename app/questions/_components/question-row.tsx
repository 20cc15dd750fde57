import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { plainText } from '@/app/_ui/plain-text';
import type { Question } from '@/lib/domain/question-bank';
import classes from './questions.module.css';

export function QuestionRow({ question }: { question: Question }) {
  const t = useTranslations('questions');
  const facts = [
    t(question.kind),
    ...question.topics.slice(-1),
    ...(question.difficulty === undefined ? [] : [t('difficulty', { value: question.difficulty })]),
    question.documentName,
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
