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
  const isGrading = question.answers.some((answer) => answer.state === 'grading');
  const isTalk = running?.intent === 'discuss' || running?.intent === 'clarify';
  const hasReply =
    question.messages.at(-1)?.role === 'examiner' && question.messages.at(-1)?.state === 'pending';
  const isSending = running !== null && !running.isStored;
  const isFinishing = running?.intent === 'finish';
  if (!isGrading && !isFinishing && !isSending && !(isTalk && !hasReply)) {
    return isTalk ? (
      <Button variant="subtle" size="sm" onClick={onCancel}>
        {t('cancel')}
      </Button>
    ) : null;
  }
  return (
    <div className={classes.waiting} role="status">
      <Loader size="xs" type="dots" aria-hidden="true" />
      <span>{t(isFinishing ? 'finishing' : isGrading ? 'grading' : isTalk ? 'looking' : 'sending')}</span>
      {isGrading && <span className="viva-muted">{t('mayLeave')}</span>}
      {isTalk && (
        <Button variant="subtle" size="sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
      )}
    </div>
  );
}
