'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { RequestError } from './http';
import { type StartInput, startInterview } from './interviews';
import { useHydrated } from './use-hydrated';

export interface Start {
  start(input: StartInput): Promise<void>;
  /** True from the press until the interview's page is there, and until the page can be used at all. */
  isStarting: boolean;
  /** In words for the person. */
  failure: string | null;
}

/** Starts an interview in the page's language and opens it. */
export function useStart(): Start {
  const router = useRouter();
  const language = useLocale();
  const t = useTranslations('errors');
  const isHydrated = useHydrated();
  const [isStarting, setIsStarting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const start = useCallback(
    async (input: StartInput) => {
      setIsStarting(true);
      setFailure(null);
      try {
        const { id } = await startInterview({ ...input, language });
        router.push(`/interview/${id}`);
      } catch (error) {
        setIsStarting(false);
        if (!(error instanceof RequestError)) throw error;
        setFailure(error.isUnreachable ? t('unreachable') : t('notStarted', { message: error.message }));
      }
    },
    [language, router, t],
  );
  return { start, isStarting: isStarting || !isHydrated, failure };
}
