import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { getApp } from '@/app/_server';
import { isByWords } from './by-words';

/** The embedder's name before the first index is there. */
const NO_EMBEDDER = 'none';

/** Small and plain: what grades, what searches, and the way to change it. */
export async function StatusLine() {
  const t = await getTranslations('status');
  const app = await getApp();
  const { grader, embedder } = await app.health();
  const grades = grader.kind === 'llm' ? (grader.model ?? t('model')) : t('offline');
  const searches =
    embedder.id === NO_EMBEDDER ? t('preparing') : isByWords(embedder.id) ? t('byWords') : embedder.id;
  const isBuilding = embedder.state !== 'ready';
  return (
    <p className="viva-muted" style={{ margin: 0 }} data-testid="status-line">
      {t('grades', { grader: grades })} · {t('searches', { embedder: searches })}
      {isBuilding && embedder.id !== NO_EMBEDDER && ` ${t('building')}`}{' '}
      {grader.kind === 'offline' && (
        <Link href="/settings" className="viva-link" prefetch={false}>
          {t('configure')}
        </Link>
      )}
    </p>
  );
}
