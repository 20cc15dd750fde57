'use client';
import { useLocale, useTranslations } from 'next-intl';
import type { ReadingIssue } from '@/lib/domain/question-bank';
import classes from './import.module.css';
import { isIssueCode } from './issue-codes';

const SIGNS = { error: '✗', warning: '⚠', info: 'ⓘ' } as const;

/** What is odd, in the page's language; the reader's own message, which has the particulars, on pointing where it is in that language. */
export function IssueLine({ issue }: { issue: ReadingIssue }) {
  const t = useTranslations('import');
  const isEnglish = useLocale() === 'en';
  return (
    <li
      className={classes.issue}
      data-severity={issue.severity}
      title={isEnglish ? issue.message : undefined}
    >
      <span aria-hidden="true">{SIGNS[issue.severity]} </span>
      <span className="viva-hidden">{t(`severity.${issue.severity}`)} </span>
      {t('line', { line: issue.line })} {isIssueCode(issue.code) ? t(`issues.${issue.code}`) : issue.message}
    </li>
  );
}
