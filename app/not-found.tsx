import Link from 'next/link';
import { getTranslations } from 'next-intl/server';

export default async function NotFoundPage() {
  const t = await getTranslations('errors');
  return (
    <main id="main" className="viva-page">
      <h1>{t('notFoundTitle')}</h1>
      <p>{t('notFoundText')}</p>
      <Link href="/" className="viva-link">
        {t('home')}
      </Link>
    </main>
  );
}
