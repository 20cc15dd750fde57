'use client';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';
import { plainText } from '@/app/_ui/plain-text';
import type { ReadingCorrection } from '@/lib/domain/question-bank';

/** A correction in a few words: "Line 12 begins a question". */
export function useCorrectionWords(): (correction: ReadingCorrection) => string {
  const t = useTranslations('review.did');
  return useCallback(
    (correction) => {
      switch (correction.type) {
        case 'alternative':
          return t(correction.isTaken ? 'taken' : 'left');
        case 'add':
          return t('add', { stem: plainText(correction.question.stem).slice(0, 40) });
        case 'end':
          return t('end', { line: correction.at.line, end: correction.end.line });
        case 'answer':
          return t('answer', { line: correction.at.line, answer: correction.answer.line });
        case 'kind':
          return t(correction.kind === 'choice' ? 'toChoice' : 'toOpen', { line: correction.at.line });
        default:
          return t(correction.type, { line: correction.at.line });
      }
    },
    [t],
  );
}
