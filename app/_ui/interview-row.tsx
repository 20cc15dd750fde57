import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import type { InterviewSummary } from '@/lib/domain/interview';
import { BandStrip } from './grade/band-strip';
import classes from './interview-row.module.css';

/** One interview in a list: when, what, how it went; a tap opens its report, or the interview itself. */
export function InterviewRow({ interview }: { interview: InterviewSummary }) {
  const t = useTranslations('records');
  const format = useFormatter();
  const isOpen = interview.status === 'active';
  const at = new Date(interview.finishedAt ?? interview.createdAt);
  return (
    <li className={classes.row}>
      <Link href={isOpen ? `/interview/${interview.id}` : `/report/${interview.id}`} className={classes.link}>
        <span className={classes.when}>
          {format.dateTime(at, {
            ...(at.getFullYear() !== new Date().getFullYear() && { year: 'numeric' }),
            month: '2-digit',
            day: '2-digit',
            hour: '2-digit',
            minute: '2-digit',
            hour12: false,
          })}
        </span>
        <span className={classes.what}>
          {t(interview.mode)} · {t('questions', { asked: interview.asked, total: interview.limit })}
          {isOpen && ` · ${t('open')}`}
        </span>
        <span className={classes.topics}>{interview.topics.slice(0, 3).join(t('comma'))}</span>
      </Link>
      <BandStrip cells={interview.bands.map((band) => ({ band }))} small />
    </li>
  );
}
