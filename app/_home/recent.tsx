import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { InterviewRow } from '@/app/_ui/interview-row';
import { Markdown } from '@/app/_ui/markdown';
import { plainText } from '@/app/_ui/plain-text';
import { PractiseButton } from '@/app/_ui/practise-button';
import type { InterviewSummary } from '@/lib/domain/interview';
import classes from './home.module.css';

/** The latest finished interviews, and what the last of them left to review. */
export function Recent({ interviews }: { interviews: InterviewSummary[] }) {
  const t = useTranslations('home');
  const tReport = useTranslations('report');
  if (interviews.length === 0) return null;
  const review = interviews[0]?.review ?? [];
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{t('recent')}</h2>
      <ul className={classes.recent}>
        {interviews.map((interview) => (
          <InterviewRow key={interview.id} interview={interview} />
        ))}
      </ul>
      {review.length > 0 && (
        <section aria-labelledby="to-review-title" data-testid="to-review">
          <h3 id="to-review-title">{tReport('review')}</h3>
          <ul className={classes.review}>
            {review.map(({ questionId, point, stem }) => (
              <li key={`${questionId} ${point}`}>
                <div>
                  <Markdown text={point} />
                  <p className="viva-muted">{tReport('from', { stem: plainText(stem) })}</p>
                </div>
                <PractiseButton questionId={questionId} label={tReport('practise')} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Link href="/records" className="viva-link">
        {t('allRecords')}
      </Link>
    </section>
  );
}
