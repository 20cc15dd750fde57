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

interface Action {
  id: string;
  label: string;
  message: Parameters<InterviewControls['send']>[0];
}

/** What one can do besides answering; only what the interview allows now. */
export function ComposerActions({ question, live, finish }: ComposerActionsProps) {
  const t = useTranslations('interview');
  const { view, running, send } = live;
  const hasJudged = question.answers.some(({ state }) => state === 'graded' || state === 'ungraded');
  // Before an answer one skips; after feedback the card has its own button for the next question.
  const showsNext = !hasJudged && question.answers.length > 0;
  const offered: (Action | false)[] = [
    question.hintsSeen < HINT_STEPS && {
      id: 'hint',
      label: t('hint', { step: question.hintsSeen + 1, total: HINT_STEPS }),
      message: { intent: 'hint' },
    },
    { id: 'clarify', label: t('clarify'), message: { intent: 'clarify', text: t('clarifyText') } },
    !question.referenceSeen &&
      !question.reference && { id: 'reference', label: t('reveal'), message: { intent: 'reveal' } },
    question.answers.length === 0 && { id: 'skip', label: t('skip'), message: { intent: 'skip' } },
  ];
  const actions = offered
    .filter((action) => action !== false)
    .filter(({ message }) => view.allowedIntents.includes(message.intent));
  return (
    <div className={classes.actions}>
      {actions.map(({ id, label, message }) => (
        <button
          key={id}
          type="button"
          disabled={running !== null}
          onClick={() => void send(message)}
          data-testid={id}
        >
          {label}
        </button>
      ))}
      {showsNext && <NextButton view={view} live={live} finish={finish} />}
    </div>
  );
}
