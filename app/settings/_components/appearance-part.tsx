'use client';
import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { saveLanguage } from '@/app/_client/language';
import { useHydrated } from '@/app/_client/use-hydrated';
import classes from './settings.module.css';

/** Language and theme. */
export function AppearancePart() {
  const t = useTranslations('settings');
  const router = useRouter();
  const locale = useLocale();
  const isHydrated = useHydrated();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <section aria-labelledby="appearance-title">
      <h2 id="appearance-title">{t('appearance')}</h2>
      <div className={classes.choice}>
        <span aria-hidden="true">{t('language')}</span>
        <SegmentedControl
          aria-label={t('language')}
          value={locale}
          onChange={(value) => {
            saveLanguage(value as typeof locale);
            router.refresh();
          }}
          data={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
      <div className={classes.choice}>
        <span aria-hidden="true">{t('theme')}</span>
        <SegmentedControl
          aria-label={t('theme')}
          // The server does not know the scheme; the browser's choice shows once React has taken over.
          value={isHydrated ? colorScheme : 'auto'}
          onChange={(value) => setColorScheme(value as typeof colorScheme)}
          data={[
            { value: 'auto', label: t('themes.auto') },
            { value: 'light', label: t('themes.light') },
            { value: 'dark', label: t('themes.dark') },
          ]}
        />
      </div>
    </section>
  );
}
