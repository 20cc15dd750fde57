import { useTranslations } from 'next-intl';
import { BandName } from '@/app/_ui/grade/band-name';
import type { GraderMean, ReportView } from '@/lib/domain/interview';
import classes from './report.module.css';

/** One line per kind of grader: means of the two are never mixed. Below, what the person's own verdicts would make of it. */
export function Overall({ report }: { report: ReportView }) {
  const t = useTranslations('report');
  const tAppeal = useTranslations('appeal');
  if (report.overall.length === 0) return <p>{t('nothingGraded')}</p>;
  const { contested, overridden } = countObjections(report);
  return (
    <>
      <Means means={report.overall} />
      {contested + overridden > 0 && (
        <p className="viva-muted" data-testid="objections">
          {tAppeal('contestedCount', { contested, overridden })}
        </p>
      )}
      {report.personal && (
        <div data-testid="personal-means">
          <p>
            {tAppeal('reportPersonal')} <span className="viva-muted">{tAppeal('reportPersonalNote')}</span>
          </p>
          <Means means={report.personal} />
        </div>
      )}
    </>
  );
}

function countObjections({ interview }: ReportView): { contested: number; overridden: number } {
  const answers = interview.questions.flatMap((question) => question.answers);
  return {
    contested: answers.reduce((sum, { appeals = [] }) => sum + appeals.length, 0),
    overridden: answers.reduce((sum, { overrides = [] }) => sum + overrides.length, 0),
  };
}

function Means({ means }: { means: readonly GraderMean[] }) {
  const t = useTranslations('report');
  return (
    <ul className={classes.overall}>
      {means.map((part) => (
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
