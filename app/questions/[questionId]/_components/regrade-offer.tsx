'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { QuestionAttempt } from '@/lib/domain/interview';
import { AttemptLink } from './attempt-link';
import classes from './editor.module.css';

/** Beyond these the list of all attempts, further down on the page, does. */
const LINKED = 5;

/** An edit changes no grade by itself: says so, and leads to where the answers can be graded again. */
export function RegradeOffer({ attempts }: { attempts: readonly QuestionAttempt[] }) {
  const t = useTranslations('editing');
  const graded = attempts.filter(({ band }) => band !== null);
  if (graded.length === 0) return null;
  return (
    <div data-testid="regrade-offer">
      <p>{t('regrade', { count: graded.length })}</p>
      <ul className={classes.links}>
        {graded.slice(0, LINKED).map((attempt) => (
          <li key={attempt.interviewId}>
            <AttemptLink attempt={attempt} toRegrade />
          </li>
        ))}
      </ul>
      {graded.length > LINKED && (
        <Link href="#attempts" className="viva-link">
          {t('allAttempts', { count: graded.length })}
        </Link>
      )}
    </div>
  );
}
