'use client';
import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ConfirmDialog } from '@/app/_ui/dialog';
import type { InterviewView } from '@/lib/domain/interview';
import classes from './interview.module.css';
import { MockClock } from './mock-clock';
import type { Finish } from './use-finish';

/** 1-based numbers of the places without an answer, those never reached included. */
function unansweredPlaces(view: InterviewView): number[] {
  return Array.from({ length: view.limit }, (_, index) => index).flatMap((index) =>
    view.questions[index]?.answers.length ? [] : [index + 1],
  );
}

interface StageToolsProps {
  view: InterviewView;
  finish: Finish;
  /** While a message is being handled the server takes no other. */
  isBusy: boolean;
}

/** How often the page tries to hand in when the time is over; the server ends the interview in any case. */
const HAND_IN_TRIES = 3;

/** Hands in once the time is over and nothing is being sent. */
function useTimeUp(finish: Finish, isBusy: boolean): () => void {
  const [isOver, setIsOver] = useState(false);
  const tries = useRef(0);
  const latest = useRef(finish);
  useEffect(() => {
    latest.current = finish;
  }, [finish]);
  useEffect(() => {
    if (!isOver || isBusy || tries.current >= HAND_IN_TRIES) return;
    tries.current += 1;
    void latest.current.confirm();
  }, [isOver, isBusy]);
  return useCallback(() => setIsOver(true), []);
}

/** The clock of a mock interview, the way out, and the confirmation that says what is still unanswered. */
export function StageTools({ view, finish, isBusy }: StageToolsProps) {
  const t = useTranslations('interview');
  const isMock = view.mode === 'mock';
  const open = unansweredPlaces(view);
  const onTimeUp = useTimeUp(finish, isBusy);
  if (view.status === 'finished') return null;
  return (
    <div className={classes.tools}>
      {view.budget && <MockClock endsAt={view.budget.endsAt} onEnd={onTimeUp} />}
      <Button variant="subtle" onClick={finish.ask} data-testid="finish">
        {t(isMock ? 'handIn' : 'end')}
      </Button>
      <ConfirmDialog
        isOpen={finish.isAsking}
        title={t(isMock ? 'handInTitle' : 'endTitle')}
        stay={t('goOn')}
        go={t(isMock ? 'handIn' : 'endConfirm')}
        onClose={finish.leave}
        onGo={() => void finish.confirm()}
        testId="finish-confirm"
      >
        <p>
          {open.length === 0
            ? t('allAnswered')
            : t('unanswered', { count: open.length, places: open.join(t('listComma')) })}
        </p>
        <p className="viva-muted">{t(isMock ? 'handInNote' : 'endNote')}</p>
      </ConfirmDialog>
    </div>
  );
}
