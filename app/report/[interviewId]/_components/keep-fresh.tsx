'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';

/** How often the report is fetched again while grades are in flight. Milliseconds. */
const REFRESH_MS = 2000;

/** Says that grades are still on their way, and fetches the report until they are there. */
export function KeepFresh() {
  const t = useTranslations('report');
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), REFRESH_MS);
    return () => clearInterval(timer);
  }, [router]);
  return <p role="status">{t('stillGrading')}</p>;
}
