'use client';
import { useTranslations } from 'next-intl';
import { CONTENT_LIMITS, type ContentProblem } from '@/lib/domain/question-bank';

/** What is wrong with a field, or with one row of it, in the person's words; undefined when nothing is. */
export type ProblemWords = (field: ContentProblem['field'], index?: number) => string | undefined;

export function useProblemWords(problems: readonly ContentProblem[]): ProblemWords {
  const t = useTranslations('editing.problems');
  return (field, index) => {
    const problem = problems.find((each) => each.field === field && each.index === index);
    if (!problem) return undefined;
    if (problem.code === 'out-of-range')
      return field === 'difficulty'
        ? t('difficulty', { most: CONTENT_LIMITS.difficulty })
        : t('weight', { most: CONTENT_LIMITS.weight });
    return t(problem.code);
  };
}
