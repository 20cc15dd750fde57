'use client';
import { useTranslations } from 'next-intl';
import type { InterviewControls } from '@/app/_client/use-interview';
import type { AskedQuestionView } from '@/lib/domain/interview';
import classes from './interview.module.css';
import { NextButton } from './next-button';
import type { Finish } from './use-finish';

/** Hints open one step at a time, three in all. */
const HINT_STEPS = 3;

interface ComposerActionsProps {
  question: AskedQuestionView;
  live: InterviewControls;
  finish: Finish;
}

/** What one can do besides answering; only what the interview allows now. */
export function ComposerActions({ question, live, finish }: ComposerActionsProps) {
  const t = useTranslations('interview');
  const { view, running, send } = live;
  const isBusy = running !== null;
  const allows = (intent: (typeof view.allowedIntents)[number]) => view.allowedIntents.includes(intent);
  const nextStep = Math.min(question.hintsSeen + 1, HINT_STEPS);
  const hasJudged = question.answers.some(({ state }) => state === 'graded' || state === 'ungraded');
  // Before an answer one skips; after feedback the card has its own button for the next question.
  const showsNext = !hasJudged && question.answers.length > 0;
  return (
    <div className={classes.actions}>
      {allows('hint') && question.hintsSeen < HINT_STEPS && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void send({ intent: 'hint' })}
          data-testid="hint"
        >
          {t('hint', { step: nextStep, total: HINT_STEPS })}
        </button>
      )}
      {allows('clarify') && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void send({ intent: 'clarify', text: t('clarifyText') })}
          data-testid="clarify"
        >
          {t('clarify')}
        </button>
      )}
      {allows('reveal') && !question.referenceSeen && !question.reference && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void send({ intent: 'reveal' })}
          data-testid="reference"
        >
          {t('reveal')}
        </button>
      )}
      {allows('skip') && question.answers.length === 0 && (
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void send({ intent: 'skip' })}
          data-testid="skip"
        >
          {t('skip')}
        </button>
      )}
      {showsNext && <NextButton view={view} live={live} finish={finish} />}
    </div>
  );
}
