'use client';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { splitQuestion } from '@/app/_client/merges';
import { useHydrated } from '@/app/_client/use-hydrated';
import { useRequest } from '@/app/_client/use-request';

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
  const { isRunning, failure, run } = useRequest();
  const split = async () => {
    if (await run(() => splitQuestion(questionId))) router.refresh();
  };
  return (
    <>
      <Button
        variant="default"
        size="sm"
        mih={44}
        disabled={!isHydrated || isRunning}
        aria-label={t('splitOf', { document, line })}
        onClick={() => void split()}
      >
        {t('split')}
      </Button>
      {failure && <span role="alert">{t('actionFailed', { message: failure })}</span>}
    </>
  );
}
