import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';

/** The way to questions that seem to be one, with how many groups wait. */
export async function MergesLink() {
  const [app, t] = await Promise.all([getApp(), getTranslations('merges')]);
  const { length } = (await app.merges.proposals()).proposals;
  return (
    <p>
      <Link href="/questions/merges" className="viva-link" prefetch={false} data-testid="merges-link">
        {length > 0 ? t('entry', { count: length }) : t('entryPlain')}
      </Link>
    </p>
  );
}
