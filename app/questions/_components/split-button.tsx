'use client';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { RequestError } from '@/app/_client/http';
import { splitQuestion } from '@/app/_client/merges';
import { useHydrated } from '@/app/_client/use-hydrated';

interface SplitButtonProps {
  questionId: string;
  document: string;
  line: number;
}

/** Makes a merged question one of its own again. */
export function SplitButton({ questionId, document, line }: SplitButtonProps) {
  const t = useTranslations('merges');
  const router = useRouter();
  const isHydrated = useHydrated();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const split = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await splitQuestion(questionId);
      router.refresh();
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      setFailure(error.message);
    }
    setBusy(false);
  };
  return (
    <>
      <Button
        variant="default"
        size="sm"
        mih={44}
        disabled={!isHydrated || isBusy}
        aria-label={t('splitOf', { document, line })}
        onClick={() => void split()}
      >
        {t('split')}
      </Button>
      {failure && <span role="alert">{t('actionFailed', { message: failure })}</span>}
    </>
  );
}
