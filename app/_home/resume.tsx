import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { InterviewSummary } from '@/lib/domain/interview';
import classes from './home.module.css';

/** The interview that was left open, and the way back into it. */
export function Resume({ interview }: { interview: InterviewSummary }) {
  const t = useTranslations('home');
  const parts = [
    ...interview.topics.slice(0, 2),
    t(interview.mode === 'mock' ? 'mock' : 'practice'),
    t('place', { number: Math.max(1, interview.asked), total: interview.limit }),
  ];
  return (
    <section className={`viva-card ${classes.resume}`} aria-label={t('resumeLabel')}>
      <p>
        {t('resumeLabel')}
        {parts.join(' · ')}
      </p>
      <Link href={`/interview/${interview.id}`} className={classes.resumeLink} data-testid="resume">
        {t('resume')}
      </Link>
    </section>
  );
}
