'use client';
import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { doubtReference } from '@/app/_client/doubts';
import { useHydrated } from '@/app/_client/use-hydrated';
import classes from './doubts.module.css';

/** Lets a person say that a reference is wrong which nothing doubted, and why. */
export function MarkReferenceWrong({ questionId }: { questionId: string }) {
  const t = useTranslations('doubts');
  const router = useRouter();
  const isHydrated = useHydrated();
  const [reason, setReason] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const mark = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setFailure(null);
    try {
      await doubtReference(questionId, reason?.trim() || t('markedWrong'));
      setReason(null);
      router.refresh();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setIsBusy(false);
    }
  };
  if (reason === null)
    return (
      <div className={classes.actions}>
        <Button variant="subtle" disabled={!isHydrated} onClick={() => setReason('')}>
          {t('markWrong')}
        </Button>
      </div>
    );
  return (
    <form className={classes.box} aria-label={t('markWrong')} onSubmit={(event) => void mark(event)}>
      <TextInput
        label={t('why')}
        value={reason}
        maxLength={1000}
        data-autofocus
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="default" disabled={isBusy}>
          {t('mark')}
        </Button>
        <Button variant="subtle" disabled={isBusy} onClick={() => setReason(null)}>
          {t('cancel')}
        </Button>
      </div>
      {failure && <p role="alert">{t('failed', { message: failure })}</p>}
    </form>
  );
}
