'use client';
import { useMessages, useTranslations } from 'next-intl';
import { useCallback } from 'react';
import type { Failure } from './http';

/**
 * What a person is told of something that did not work, or works otherwise: a sentence in their language where the page
 * has one, else the server's own words. What another program said is quoted behind it.
 */
export function useFailureWords(): (failure: Omit<Failure, 'kind'> & { kind?: string }) => string {
  const t = useTranslations('errors');
  const { codes, problems } = useMessages().errors;
  return useCallback(
    ({ kind, code, message, details = {} }) => {
      const { problem = '', said = '' } = details;
      const sentence = () => {
        if (isOneOf(problems, problem)) return t(`problems.${problem}`);
        return isOneOf(codes, code) ? t(`codes.${code}`) : null;
      };
      if (kind === 'unreachable') return t('unreachable');
      // An answer without a reason, as from a server that broke: its number says nothing to a person.
      if (code.startsWith('http-')) return t('codes.internal');
      const words = sentence();
      if (words === null) return message;
      return said === '' ? words : t('quoting', { words, said });
    },
    [codes, problems, t],
  );
}

function isOneOf<T extends object>(known: T, name: string | number): name is keyof T & string {
  return Object.hasOwn(known, name);
}
