'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { type Recourse, RecourseProvider } from '@/app/_ui/grade/recourse/recourse-context';
import type { AnswerView, InterviewView } from '@/lib/domain/interview';
import { useRetry } from './use-retry';

interface ReportRecourseProps {
  interview: Pick<InterviewView, 'id' | 'grader'>;
  answer: AnswerView;
  children: ReactNode;
}

/** What can be done about a grade in the report, which shows what came of it once that is stored. */
export function ReportRecourse({ interview, answer, children }: ReportRecourseProps) {
  const t = useTranslations('report');
  const router = useRouter();
  const { running, failure, retry } = useRetry(interview.id);
  const isRegrading = running === answer.id;
  const recourse = useMemo<Recourse>(
    () => ({
      interviewId: interview.id,
      answer,
      grader: interview.grader,
      isBusy: running !== null,
      isRegrading,
      regrade: (regrade) => void retry(answer.id, regrade),
      refresh: async () => router.refresh(),
    }),
    [interview, answer, running, isRegrading, retry, router],
  );
  return (
    <RecourseProvider value={recourse}>
      {children}
      {failure && <p role="alert">{t('retryFailed', { message: failure })}</p>}
    </RecourseProvider>
  );
}
