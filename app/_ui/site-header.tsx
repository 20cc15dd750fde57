import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { LanguageSwitch } from './language-switch';
import { NavLink } from './nav-link';
import { SchemeSwitch } from './scheme-switch';
import classes from './site-header.module.css';

/** The bar above every page: where one can go, the language, and light or dark. */
export async function SiteHeader() {
  const t = await getTranslations('nav');
  return (
    <header className={`${classes.header} viva-no-print`}>
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <Link href="/" className={classes.brand}>
        Viva
      </Link>
      <nav aria-label={t('label')} className={classes.nav}>
        <NavLink href="/questions">{t('questions')}</NavLink>
        <NavLink href="/import">{t('import')}</NavLink>
        <NavLink href="/records">{t('records')}</NavLink>
        <NavLink href="/settings">{t('settings')}</NavLink>
      </nav>
      <div className={classes.tools}>
        <LanguageSwitch />
        <SchemeSwitch />
      </div>
    </header>
  );
}
