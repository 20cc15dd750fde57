'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useState } from 'react';
import { asFailure } from './http';
import { type StartInput, startInterview } from './interviews';
import { useFailureWords } from './use-failure-words';
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
  const words = useFailureWords();
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
        setFailure(t('notStarted', { message: words(asFailure(error)) }));
      }
    },
    [language, router, t, words],
  );
  return { start, isStarting: isStarting || !isHydrated, failure };
}
