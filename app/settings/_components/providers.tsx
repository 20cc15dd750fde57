import { useTranslations } from 'next-intl';
import { PROVIDERS } from './provider-examples';
import classes from './settings.module.css';

/** Lines for the .env file, one example per provider. The key is typed there, never into a page. */
export function Providers({ isConfigured }: { isConfigured: boolean }) {
  const t = useTranslations('settings');
  return (
    <div>
      <p>{t(isConfigured ? 'providersChange' : 'providersText')}</p>
      {PROVIDERS.map((provider) => (
        <details key={provider.name}>
          <summary>
            {provider.id === 'local' ? t('localServer', { name: provider.name }) : provider.name}
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long lines scroll, so the keyboard must reach them */}
          <pre className={classes.env} tabIndex={0}>
            {provider.lines.join('\n')}
          </pre>
        </details>
      ))}
      <p className="viva-muted">{t('restart')}</p>
    </div>
  );
}
