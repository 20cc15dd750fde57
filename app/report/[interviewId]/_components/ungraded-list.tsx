'use client';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RequestError } from '@/app/_client/http';
import { newClientId, sendMessage } from '@/app/_client/interviews';
import { plainText } from '@/app/_ui/plain-text';
import type { ReportView } from '@/lib/domain/interview';
import classes from './report.module.css';

/** Answers without a grade, apart from everything that is averaged, each with its retry. */
export function UngradedList({ report }: { report: ReportView }) {
  const t = useTranslations('report');
  const tReason = useTranslations('interview.ungradedReason');
  const router = useRouter();
  const [running, setRunning] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  if (report.ungraded.length === 0) return null;
  const retry = async (answerId: string) => {
    setRunning(answerId);
    setFailure(null);
    try {
      const message = { text: '', intent: 'retry' as const, clientId: newClientId(), answerId };
      for await (const event of sendMessage(report.interview.id, message)) {
        if (event.name === 'error') setFailure((event.data as { message: string }).message);
      }
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFailure(error.message);
    }
    setRunning(null);
    router.refresh();
  };
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
