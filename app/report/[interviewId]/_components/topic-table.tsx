import { useTranslations } from 'next-intl';
import { BandName } from '@/app/_ui/grade/band-name';
import type { TopicResult } from '@/lib/domain/interview';
import classes from './report.module.css';

/** Per topic a bar and the band in words: one table for eyes and screen readers alike. */
export function TopicTable({
  topics,
  strong,
}: {
  topics: readonly TopicResult[];
  strong: readonly string[];
}) {
  const t = useTranslations('report');
  if (topics.length === 0) return null;
  return (
    <section aria-labelledby="topics-title">
      <h2 id="topics-title">{t('topics')}</h2>
      {strong.length > 0 && <p>{t('strong', { topics: strong.join(t('comma')) })}</p>}
      <table className={classes.topics}>
        <thead>
          <tr>
            <th scope="col">{t('topic')}</th>
            <th scope="col">{t('askedColumn')}</th>
            <th scope="col">{t('result')}</th>
          </tr>
        </thead>
        <tbody>
          {topics.map((topic) => (
            <tr key={topic.topic}>
              <th scope="row">{topic.topic}</th>
              <td>{topic.asked}</td>
              <td>
                <span className={classes.topicBar} aria-hidden="true">
                  <span style={{ inlineSize: `${Math.round((topic.meanScore ?? 0) * 100)}%` }} />
                </span>
                <span>{topic.band === null ? t('noResult') : <BandName band={topic.band} />}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
