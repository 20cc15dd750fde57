'use client';
import { useMessages, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Failure } from './http';

/**
 * What a person is told of something that did not work: a sentence in their language where the page has one for its
 * code, else the server's own words, which have the particulars.
 */
export function useFailureWords(): (failure: Failure) => string {
  const t = useTranslations('errors');
  const { codes } = useMessages().errors;
  return useCallback(
    ({ kind, code, message }) => {
      if (kind === 'unreachable') return t('unreachable');
      // An answer without a reason, as from a server that broke: its number says nothing to a person.
      if (code.startsWith('http-')) return t('codes.internal');
      return isOneOf(codes, code) ? t(`codes.${code}`) : message;
    },
    [codes, t],
  );
}

function isOneOf<T extends object>(known: T, name: string): name is keyof T & string {
  return Object.hasOwn(known, name);
}
