'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useStoredFlag } from '@/app/_client/use-stored-flag';
import classes from './interview.module.css';

/** Once, one line on what an offline estimate is and how a model comes in. */
export function OfflineNote() {
  const t = useTranslations('interview');
  const [isSeen, setSeen] = useStoredFlag('offline-note');
  // Unknown as yet is not unseen: the note would flash up for everybody who has read it.
  if (isSeen !== false) return null;
  return (
    <div className={classes.offlineNote}>
      <p>{t('offlineNote')}</p>
      <Link href="/settings" className="viva-link">
        {t('configureModel')}
      </Link>
      <button type="button" onClick={setSeen}>
        {t('understood')}
      </button>
    </div>
  );
}
