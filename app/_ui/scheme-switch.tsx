'use client';
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './site-header.module.css';

/** Light or dark. Both icons are drawn and one is hidden by CSS: the server does not know the scheme. */
export function SchemeSwitch() {
  const t = useTranslations('nav');
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: true });
  return (
    <button
      type="button"
      className={classes.tool}
      onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
      aria-label={t('scheme')}
    >
      <IconSun size={19} stroke={1.6} className="mantine-light-hidden" aria-hidden="true" />
      <IconMoon size={19} stroke={1.6} className="mantine-dark-hidden" aria-hidden="true" />
    </button>
  );
}
