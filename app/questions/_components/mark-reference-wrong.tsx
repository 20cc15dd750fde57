'use client';
import { Button, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { doubtReference } from '@/app/_client/doubts';
import { useHydrated } from '@/app/_client/use-hydrated';
import { useRequest } from '@/app/_client/use-request';
import { contentBasis, type Question } from '@/lib/domain/question-bank';
import classes from './doubts.module.css';

/** Lets a person say that a reference is wrong which nothing doubted, and why. */
export function MarkReferenceWrong({ question }: { question: Question }) {
  const t = useTranslations('doubts');
  const isHydrated = useHydrated();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <ReasonForm question={question} onClose={() => setIsOpen(false)} />;
  return (
    <div className={classes.actions}>
      <Button
        variant="subtle"
        ml="calc(var(--button-padding-x) * -1)"
        disabled={!isHydrated}
        onClick={() => setIsOpen(true)}
      >
        {t('markWrong')}
      </Button>
    </div>
  );
}

function ReasonForm({ question, onClose }: { question: Question; onClose(): void }) {
  const t = useTranslations('doubts');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const { isRunning, failure, run } = useRequest(router.refresh);
  const field = useRef<HTMLInputElement>(null);
  // The button that opened the form is gone, and the focus with it.
  useEffect(() => field.current?.focus(), []);
  const mark = async (event: FormEvent) => {
    event.preventDefault();
    const why = reason.trim() || t('markedWrong');
    if (!(await run(() => doubtReference(question.id, why, contentBasis(question))))) return;
    onClose();
    router.refresh();
  };
  return (
    <form className={classes.box} aria-label={t('markWrong')} onSubmit={(event) => void mark(event)}>
      <TextInput
        ref={field}
        label={t('why')}
        value={reason}
        maxLength={1000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={classes.actions}>
        <Button type="submit" variant="default" disabled={isRunning}>
          {t('mark')}
        </Button>
        <Button variant="subtle" disabled={isRunning} onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
      {failure && <p role="alert">{t('failed', { message: failure })}</p>}
    </form>
  );
}
