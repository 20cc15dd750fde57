'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { saveLanguage } from '../_client/language';
import classes from './site-header.module.css';

/** Chinese or English; remembered in a cookie, so that the server answers in it. */
export function LanguageSwitch() {
  const router = useRouter();
  const t = useTranslations('nav');
  const locale = useLocale();
  const [isPending, startTransition] = useTransition();
  const change = () => {
    saveLanguage(locale === 'zh' ? 'en' : 'zh');
    startTransition(() => router.refresh());
  };
  return (
    <button
      type="button"
      className={classes.tool}
      onClick={change}
      disabled={isPending}
      lang={t('otherLang')}
    >
      <span aria-hidden="true">{t('language')}</span>
      <span className="viva-hidden">{t('switchLanguage')}</span>
    </button>
  );
}
