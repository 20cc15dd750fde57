import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { InterviewRow } from '@/app/_ui/interview-row';
import { readPages } from '@/app/_ui/read-pages';

/** Rows before one has to ask for more. */
const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('records');
  return { title: t('title') };
}

interface PageProps {
  searchParams: Promise<{ pages?: string | string[] }>;
}

export default async function RecordsPage({ searchParams }: PageProps) {
  const [app, t] = await Promise.all([getApp(), getTranslations('records')]);
  const pages = readPages((await searchParams).pages);
  const shown = pages * PAGE_SIZE;
  // One more than is shown tells whether there are more.
  const interviews = await app.interviews.list(shown + 1);
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
          {interviews.slice(0, shown).map((interview) => (
            <InterviewRow key={interview.id} interview={interview} />
          ))}
        </ul>
      )}
      {interviews.length > shown && (
        <Link href={{ query: { pages: pages + 1 } }} scroll={false} className="viva-link">
          {t('more')}
        </Link>
      )}
    </main>
  );
}
