import { useTranslations } from 'next-intl';
import { plainText } from '@/app/_ui/plain-text';
import { PractiseButton } from '@/app/_ui/practise-button';
import type { ReportView } from '@/lib/domain/interview';
import classes from './report.module.css';

export function SkippedList({ report }: { report: ReportView }) {
  const t = useTranslations('report');
  if (report.skipped.length === 0) return null;
  return (
    <section aria-labelledby="skipped-title">
      <h2 id="skipped-title">{t('skipped')}</h2>
      <ul className={classes.plain}>
        {report.skipped.map((item) => (
          <li key={item.questionId} className={classes.ungraded}>
            <span>{plainText(item.stem)}</span>
            <PractiseButton questionId={item.questionId} label={t('practise')} />
          </li>
        ))}
      </ul>
    </section>
  );
}
