import { useTranslations } from 'next-intl';
import { BandName } from '@/app/_ui/grade/band-name';
import type { ReportView } from '@/lib/domain/interview';
import classes from './report.module.css';

/** One line per kind of grader: means of the two are never mixed. */
export function Overall({ report }: { report: ReportView }) {
  const t = useTranslations('report');
  if (report.overall.length === 0) return <p>{t('nothingGraded')}</p>;
  return (
    <ul className={classes.overall}>
      {report.overall.map((part) => (
        <li key={part.grader}>
          <strong>
            <BandName band={part.band} />
          </strong>
          {part.grader === 'llm' && <span>{Math.round(part.meanScore * 100)} / 100</span>}
          <span className="viva-muted">
            {t(part.grader === 'llm' ? 'byModel' : 'byOffline', { count: part.answers })}
          </span>
        </li>
      ))}
    </ul>
  );
}
