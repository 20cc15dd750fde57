'use client';
import { Button, Switch } from '@mantine/core';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState, useTransition } from 'react';
import { removeDocument, setDocumentEnabled } from '@/app/_client/bank';
import { useHydrated } from '@/app/_client/use-hydrated';
import { useRequest } from '@/app/_client/use-request';
import { ConfirmDialog } from '@/app/_ui/dialog';
import type { BankOverview } from '@/lib/domain/question-bank';
import classes from './questions.module.css';

type BankDocumentRow = BankOverview['documents'][number];

/** The documents of the bank: each can be switched off or removed; what was answered stays. */
export function DocumentList({ documents }: { documents: BankOverview['documents'] }) {
  const t = useTranslations('questions');
  const router = useRouter();
  const isHydrated = useHydrated();
  const { isRunning, failure, run } = useRequest();
  const [isRefreshing, startRefresh] = useTransition();
  const [changing, setChanging] = useState('');
  const [leaving, setLeaving] = useState<BankDocumentRow | null>(null);
  const isBusy = isRunning || isRefreshing;
  const act = async (id: string, action: () => Promise<void>) => {
    setChanging(id);
    if (await run(action)) startRefresh(() => router.refresh());
  };
  const remove = () => {
    if (leaving) void act(leaving.id, () => removeDocument(leaving.id));
    setLeaving(null);
  };
  return (
    <section aria-label={t('documents')}>
      <ul className={classes.documents}>
        {documents.map((document) => (
          <li key={document.id}>
            <Switch
              checked={document.isEnabled}
              disabled={!isHydrated || (isBusy && changing === document.id)}
              onChange={({ currentTarget: { checked } }) =>
                void act(document.id, () => setDocumentEnabled(document.id, checked))
              }
              label={document.name}
              description={t('documentCounts', {
                questions: document.questions,
                choice: document.choice,
                passages: document.passages,
              })}
            />
            <Button
              variant="subtle"
              size="sm"
              disabled={!isHydrated || isBusy}
              onClick={() => setLeaving(document)}
            >
              {t('remove')}
              <span className="viva-hidden"> {document.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {failure && <p role="alert">{t('failed', { message: failure })}</p>}
      <Link href="/import" className="viva-link">
        {t('importMore')}
      </Link>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t('removeTitle', { name: leaving?.name ?? '' })}
        stay={t('keep')}
        go={t('removeConfirm')}
        onClose={() => setLeaving(null)}
        onGo={remove}
      >
        <p>{t('removeText')}</p>
      </ConfirmDialog>
    </section>
  );
}
