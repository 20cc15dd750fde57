import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { InterviewRow } from '@/app/_ui/interview-row';
import type { InterviewSummary } from '@/lib/domain/interview';
import classes from './home.module.css';

/** The latest finished interviews. */
export function Recent({ interviews }: { interviews: InterviewSummary[] }) {
  const t = useTranslations('home');
  if (interviews.length === 0) return null;
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{t('recent')}</h2>
      <ul className={classes.recent}>
        {interviews.map((interview) => (
          <InterviewRow key={interview.id} interview={interview} />
        ))}
      </ul>
      <Link href="/records" className="viva-link">
        {t('allRecords')}
      </Link>
    </section>
  );
}
