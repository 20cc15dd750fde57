'use client';
import { Button } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { Ref } from 'react';
import { draftKey, useDraft } from '@/app/_client/use-draft';
import type { InterviewControls } from '@/app/_client/use-interview';
import type { AskedQuestionView } from '@/lib/domain/interview';
import { Composer, type ComposerHandle } from './composer';
import classes from './interview.module.css';
import { NextButton } from './next-button';
import type { Choice } from './use-choice';
import type { Finish } from './use-finish';

interface ComposerDockProps {
  ref: Ref<ComposerHandle>;
  question: AskedQuestionView;
  choice: Choice;
  live: InterviewControls;
  isOnStage: boolean;
  finish: Finish;
  /** Back to the question that is on stage. */
  onReturn(): void;
}

/** What was written for a question that another tab left before it was sent: it can be read and copied still. */
function UnsentDraft({ interviewId, questionId }: { interviewId: string; questionId: string }) {
  const t = useTranslations('interview');
  const { text } = useDraft(draftKey(interviewId, questionId));
  if (text.trim() === '') return null;
  return (
    <div className={classes.unsentDraft} data-testid="unsent-draft">
      <span className="viva-muted">{t('unsentDraft')}</span>
      <p>{text}</p>
    </div>
  );
}

/** The composer while the question can be answered, else the one way on. */
export function ComposerDock({ isOnStage, onReturn, ...composer }: ComposerDockProps) {
  const t = useTranslations('interview');
  const { live, finish } = composer;
  const { view } = live;
  if (isOnStage) return <Composer {...composer} />;
  return (
    <div className={classes.composer}>
      <UnsentDraft interviewId={view.id} questionId={composer.question.questionId} />
      {view.status === 'finished' ? (
        <Button component={Link} href={`/report/${view.id}`}>
          {t('seeReport')}
        </Button>
      ) : view.current === null ? (
        <NextButton view={view} live={live} finish={finish} />
      ) : (
        <Button onClick={onReturn}>{t('backToStage')}</Button>
      )}
    </div>
  );
}
