'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { plainText } from '@/app/_ui/plain-text';
import type { ReportView } from '@/lib/domain/interview';
import classes from './report.module.css';
import { useRetry } from './use-retry';

/** Answers without a grade, apart from everything that is averaged, each with its retry. */
export function UngradedList({ report }: { report: ReportView }) {
  const t = useTranslations('report');
  const tReason = useTranslations('interview.ungradedReason');
  const { running, failure, retry } = useRetry(report.interview.id);
  if (report.ungraded.length === 0) return null;
  return (
    <section aria-labelledby="ungraded-title">
      <h2 id="ungraded-title">{t('ungraded')}</h2>
      <p className="viva-muted">{t('ungradedNote')}</p>
      <ul className={classes.plain}>
        {report.ungraded.map((item) => (
          <li key={item.answerId} className={classes.ungraded}>
            <span>
              {plainText(item.stem)}
              <span className="viva-muted"> {tReason(item.reason)}</span>
            </span>
            <Button
              variant="default"
              className="viva-no-print"
              loading={running === item.answerId}
              disabled={running !== null}
              onClick={() => void retry(item.answerId)}
            >
              {t('retry')}
            </Button>
          </li>
        ))}
      </ul>
      {failure && <p role="alert">{t('retryFailed', { message: failure })}</p>}
    </section>
  );
}
