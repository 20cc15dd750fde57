'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';

/** Something broke while a page was made: a sentence, and something to do. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('errors');
  return (
    <main id="main" className="viva-page">
      <h1>{t('title')}</h1>
      <p>{t('text')}</p>
      <Button onClick={reset}>{t('again')}</Button>
    </main>
  );
}
