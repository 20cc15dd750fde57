'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import classes from './report.module.css';

/** Print, take along as Markdown, or go on with an interview that is not over. */
export function ReportActions({ interviewId, isOpen }: { interviewId: string; isOpen: boolean }) {
  const t = useTranslations('report');
  return (
    <div className={`${classes.actions} viva-no-print`}>
      {isOpen && (
        <Button component={Link} href={`/interview/${interviewId}`}>
          {t('goOn')}
        </Button>
      )}
      <Button component="a" href={`/api/interviews/${interviewId}/export`} download variant="default">
        {t('exportMarkdown')}
      </Button>
      <Button variant="default" onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Button component={Link} href="/" variant="subtle">
        {t('again')}
      </Button>
    </div>
  );
}
