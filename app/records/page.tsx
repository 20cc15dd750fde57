import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { InterviewRow } from '@/app/_ui/interview-row';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title') };
}

export default async function RecordsPage() {
  const t = await getTranslations('records');
  const app = await getApp();
  const interviews = await app.interviews.list();
  return (
    <main id="main" className="viva-page">
      <h1>{t('title')}</h1>
      {interviews.length === 0 ? (
        <p>
          {t('empty')}{' '}
          <Link href="/" className="viva-link">
            {t('startOne')}
          </Link>
        </p>
      ) : (
        <ul style={{ listStyle: 'none', padding: 0 }}>
          {interviews.map((interview) => (
            <InterviewRow key={interview.id} interview={interview} />
          ))}
        </ul>
      )}
    </main>
  );
}
