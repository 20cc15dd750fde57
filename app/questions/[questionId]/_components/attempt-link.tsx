'use client';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { regradeAnchor } from '@/app/_ui/grade/recourse/regrade-anchor';
import type { QuestionAttempt } from '@/lib/domain/interview';

interface AttemptLinkProps {
  attempt: QuestionAttempt;
  /** Leads to where the answer can be graded anew. */
  toRegrade?: boolean;
}

/** When a question was answered, leading to its place in the report or, before that is there, to the interview. */
export function AttemptLink({ attempt, toRegrade = false }: AttemptLinkProps) {
  const t = useTranslations('editing');
  const format = useFormatter();
  const { interviewId, answerId, index, isFinished, mode, at } = attempt;
  const id = encodeURIComponent(interviewId);
  return (
    <Link
      href={`/${isFinished ? 'report' : 'interview'}/${id}#${toRegrade ? regradeAnchor(answerId) : `q-${index}`}`}
      className="viva-link"
      prefetch={false}
    >
      {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })} · {t(mode)}
    </Link>
  );
}
