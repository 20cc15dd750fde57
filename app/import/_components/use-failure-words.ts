'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { RequestError } from '@/app/_client/http';

/** What a person is told of a request that failed. Rethrows what is no failed request. */
export function useFailureWords(): (error: unknown) => string {
  const errors = useTranslations('errors');
  const review = useTranslations('review');
  return useCallback(
    (error) => {
      if (!(error instanceof RequestError)) throw error;
      if (error.isUnreachable) return errors('unreachable');
      return error.code === 'import-not-found' ? review('expired') : error.message;
    },
    [errors, review],
  );
}
