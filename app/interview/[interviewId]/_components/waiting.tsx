'use client';
import { Button, Loader } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { LiveState } from '@/app/_client/live-state';
import type { AskedQuestionView } from '@/lib/domain/interview';
import classes from './interview.module.css';

interface WaitingProps {
  question: AskedQuestionView;
  running: LiveState['running'];
  onCancel(): void;
}

/** Says what is being waited for, that one may leave, and lets a discussion be cancelled. */
export function Waiting({ question, running, onCancel }: WaitingProps) {
  const t = useTranslations('interview');
  const isGrading = question.answers.some(({ state }) => state === 'grading');
  const awaited = whatIsAwaited(question, running, isGrading);
  const cancel = isTalk(running) && (
    <Button variant="subtle" size="sm" onClick={onCancel}>
      {t('cancel')}
    </Button>
  );
  if (awaited === null) return cancel;
  return (
    <div className={classes.waiting} role="status">
      <Loader size="xs" type="dots" aria-hidden="true" />
      <span>{t(awaited)}</span>
      {isGrading && <span className="viva-muted">{t('mayLeave')}</span>}
      {cancel}
    </div>
  );
}

function isTalk(running: LiveState['running']): boolean {
  return running?.intent === 'discuss' || running?.intent === 'clarify';
}

/** Null: nothing, or what is awaited can be seen coming. */
function whatIsAwaited(
  { messages }: AskedQuestionView,
  running: LiveState['running'],
  isGrading: boolean,
): 'finishing' | 'grading' | 'looking' | 'sending' | null {
  if (running?.intent === 'finish') return 'finishing';
  if (isGrading) return 'grading';
  const last = messages.at(-1);
  const isReplying = last?.role === 'examiner' && last.state === 'pending';
  if (isTalk(running) && !isReplying) return 'looking';
  return running && !running.isStored ? 'sending' : null;
}
