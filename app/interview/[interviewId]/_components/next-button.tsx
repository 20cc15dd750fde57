'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { InterviewControls } from '@/app/_client/use-interview';
import type { InterviewView } from '@/lib/domain/interview';
import type { Finish } from './use-finish';

interface NextButtonProps {
  view: InterviewView;
  live: InterviewControls;
  finish: Finish;
}

/** On to the next question, or to the report after the last one. */
export function NextButton({ view, live, finish }: NextButtonProps) {
  const t = useTranslations('interview');
  const isLast = view.awaits === 'report' || view.questions.length >= view.limit;
  if (isLast) {
    return (
      <Button disabled={live.running !== null} onClick={() => void finish.confirm()} data-testid="next">
        {t('toReport')}
      </Button>
    );
  }
  if (!view.allowedIntents.includes('next')) return null;
  return (
    <Button
      disabled={live.running !== null}
      onClick={() => void live.send({ intent: 'next' })}
      data-testid="next"
      rightSection={<span aria-hidden="true">→</span>}
    >
      {t('next')}
    </Button>
  );
}
