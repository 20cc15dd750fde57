'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { InterviewControls } from '@/app/_client/use-interview';
import type { InterviewView } from '@/lib/domain/interview';
import classes from './interview.module.css';
import { NextButton } from './next-button';
import type { WriteMode } from './use-composer';
import type { Finish } from './use-finish';

interface CardActionsProps {
  view: InterviewView;
  live: InterviewControls;
  onWrite(mode: WriteMode): void;
  finish: Finish;
}

/** What one can do with the feedback: answer again, ask about it, go on. */
export function CardActions({ view, live, onWrite, finish }: CardActionsProps) {
  const t = useTranslations('interview');
  const isFollowUp = view.awaits === 'follow-up';
  return (
    <div className={classes.cardActions}>
      {view.allowedIntents.includes('answer') && (
        <Button variant="default" onClick={() => onWrite(isFollowUp ? 'answer' : 'afresh')}>
          {t(isFollowUp ? 'answerFollowUp' : 'answerAgain')}
        </Button>
      )}
      {view.allowedIntents.includes('discuss') && (
        <Button variant="default" onClick={() => onWrite('discuss')}>
          {t('ask')}
        </Button>
      )}
      <NextButton view={view} live={live} finish={finish} />
    </div>
  );
}
