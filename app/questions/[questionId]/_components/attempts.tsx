'use client';
import { useTranslations } from 'next-intl';
import { useBandName } from '@/app/_ui/grade/band-name';
import type { QuestionAttempt } from '@/lib/domain/interview';
import { AttemptLink } from './attempt-link';
import classes from './editor.module.css';

interface AttemptsProps {
  /** The latest first. */
  attempts: readonly QuestionAttempt[];
  /** ISO 8601: when the question was last changed. */
  editedAt?: string | undefined;
}

/** What the person made of this question so far. */
export function Attempts({ attempts, editedAt }: AttemptsProps) {
  const t = useTranslations('editing');
  const bandName = useBandName();
  return (
    <section id="attempts" aria-labelledby="attempts-title">
      <h2 id="attempts-title">{t('attempts')}</h2>
      {attempts.length === 0 ? (
        <p className="viva-muted">{t('noAttempts')}</p>
      ) : (
        <ul className={classes.attempts} data-testid="attempts">
          {attempts.map((attempt) => (
            <li key={attempt.interviewId}>
              <AttemptLink attempt={attempt} />
              <span>
                {attempt.band === null ? t('ungraded') : bandName(attempt.band)}
                {attempt.grader && <span className="viva-muted"> {t(`grader.${attempt.grader}`)}</span>}
              </span>
              <Notes attempt={attempt} editedAt={editedAt} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What one must know to read the band rightly. */
function Notes({ attempt, editedAt }: { attempt: QuestionAttempt; editedAt?: string | undefined }) {
  const t = useTranslations('editing');
  const notes = [
    ...(attempt.answers > 1 ? [t('answers', { count: attempt.answers })] : []),
    ...(attempt.countsInAverage ? [] : [t('referenceSeen')]),
    ...(editedAt && attempt.at < editedAt ? [t('beforeEdit')] : []),
  ];
  return <span className="viva-muted">{notes.join(' · ')}</span>;
}
