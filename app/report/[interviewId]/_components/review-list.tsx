import { useTranslations } from 'next-intl';
import { Markdown } from '@/app/_ui/markdown';
import { plainText } from '@/app/_ui/plain-text';
import { PractiseButton } from '@/app/_ui/practise-button';
import type { ReportView } from '@/lib/domain/interview';
import classes from './report.module.css';

/** The points most worth reviewing, each with a way to practise it. */
export function ReviewList({ report }: { report: ReportView }) {
  const t = useTranslations('report');
  if (report.review.length === 0) return null;
  return (
    <section aria-labelledby="review-title">
      <h2 id="review-title">{t('review')}</h2>
      <ol className={classes.review}>
        {report.review.map((item) => (
          <li key={`${item.questionId}-${item.point}`} className="viva-card">
            <div className={classes.reviewText}>
              <Markdown text={item.point} />
              <p className="viva-muted">
                {t(`${item.isChoice ? 'choiceVerdict' : 'verdict'}.${item.verdict}`)} ·{' '}
                {t('from', { stem: plainText(item.stem) })}
              </p>
            </div>
            <PractiseButton questionId={item.questionId} label={t('practise')} />
          </li>
        ))}
      </ol>
    </section>
  );
}
