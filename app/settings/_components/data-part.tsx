'use client';
import { Button } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import type { SettingsView } from '@/lib/ports';
import { Facts } from './facts';

const MB = 1_000_000;

interface DataPartProps {
  data: SettingsView['data'];
  version: string;
}

/** Where everything lies, how large it is, and a copy to take along. */
export function DataPart({ data, version }: DataPartProps) {
  const t = useTranslations('settings');
  const format = useFormatter();
  const size = format.number(data.bytes / MB, { maximumFractionDigits: 1 });
  return (
    <section aria-labelledby="data-title">
      <h2 id="data-title">{t('data')}</h2>
      <p>{t('dataText')}</p>
      <Facts
        rows={[
          [t('dir'), data.dir],
          [t('size'), t('megabytes', { size })],
          [t('version'), version],
        ]}
      />
      <Button component="a" href="/api/settings/backup" download variant="default">
        {t('backup')}
      </Button>
    </section>
  );
}
