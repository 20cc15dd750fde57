import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ImportDesk } from './_components/import-desk';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('import');
  return { title: t('title') };
}

export default async function ImportPage() {
  const t = await getTranslations('import');
  return (
    <main id="main" className="viva-page">
      <h1>{t('title')}</h1>
      <p>{t('intro')}</p>
      <ImportDesk />
    </main>
  );
}
