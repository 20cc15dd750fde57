import type { Metadata } from 'next';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { MergeDesk } from './_components/merge-desk';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('merges');
  return { title: t('title') };
}

/** Questions of several documents that seem to be one: the person says whether they are. */
export default async function MergesPage() {
  const [app, t] = await Promise.all([getApp(), getTranslations('merges')]);
  return (
    <main id="main" className="viva-page">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <MergeDesk first={await app.merges.proposals()} />
      <p>
        <Link href="/questions" className="viva-link">
          {t('back')}
        </Link>
      </p>
    </main>
  );
}
