'use client';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { QuestionAttempt } from '@/lib/domain/interview';

/** When a question was answered, leading to its place in the report or, before that is there, to the interview. */
export function AttemptLink({ attempt }: { attempt: QuestionAttempt }) {
  const t = useTranslations('editing');
  const format = useFormatter();
  const { interviewId, index, isFinished, mode, at } = attempt;
  const id = encodeURIComponent(interviewId);
  return (
    <Link
      href={isFinished ? `/report/${id}#q-${index}` : `/interview/${id}`}
      className="viva-link"
      prefetch={false}
    >
      {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })} · {t(mode)}
    </Link>
  );
}
