'use client';
import { Button, Menu } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useHydrated } from '@/app/_client/use-hydrated';
import type { BankOverview, ExportFormat } from '@/lib/domain/question-bank';
import classes from './export-menu.module.css';

const FORMATS: readonly ExportFormat[] = ['markdown', 'json', 'csv', 'anki'];

/** Takes the bank along as a file, or only the document that the list is narrowed to. */
export function ExportMenu({ document }: { document?: BankOverview['documents'][number] | undefined }) {
  const t = useTranslations('exchange');
  const isHydrated = useHydrated();
  const address = (format: ExportFormat) =>
    `/api/bank/export?${new URLSearchParams({ format, ...(document && { document: document.id }) })}`;
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" disabled={!isHydrated} data-testid="export">
          {t('export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('label')}>
        <Menu.Label>{document ? t('only', { name: document.name }) : t('whole')}</Menu.Label>
        {FORMATS.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={address(format)}
            download
            data-testid={`export-${format}`}
          >
            {t(format)}
          </Menu.Item>
        ))}
        <Menu.Label className={classes.note}>{t('note')}</Menu.Label>
      </Menu.Dropdown>
    </Menu>
  );
}
