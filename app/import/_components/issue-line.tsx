'use client';
import { useTranslations } from 'next-intl';
import type { ReadingIssue } from '@/lib/domain/question-bank';
import classes from './import.module.css';

const SIGNS = { error: '✗', warning: '⚠', info: 'ⓘ' } as const;

/** The reader's issue codes that have a sentence in the page's language. */
const KNOWN = [
  'no-answer',
  'answer-cut',
  'empty-section',
  'missing-image',
  'unclosed-tag',
  'duplicate-stem',
  'correction-lost',
  'no-options',
  'document-repeated',
  'document-same-content',
  'document-empty',
  'document-binary',
  'document-unreadable',
  'document-too-large',
  'document-too-complex',
] as const;

function isKnown(code: string): code is (typeof KNOWN)[number] {
  return (KNOWN as readonly string[]).includes(code);
}

/** What is odd, in the page's language where it has words for it, with the reader's own message beside it. */
export function IssueLine({ issue }: { issue: ReadingIssue }) {
  const t = useTranslations('import');
  return (
    <li className={classes.issue} data-severity={issue.severity}>
      <span aria-hidden="true">{SIGNS[issue.severity]} </span>
      <span className="viva-hidden">{t(`severity.${issue.severity}`)} </span>
      {t('line', { line: issue.line })} {isKnown(issue.code) ? t(`issues.${issue.code}`) : issue.message}
    </li>
  );
}
