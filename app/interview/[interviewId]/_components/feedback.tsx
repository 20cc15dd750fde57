'use client';
import { useTranslations } from 'next-intl';
import { type Ref, useEffect, useState } from 'react';
import type { InterviewControls } from '@/app/_client/use-interview';
import { ReferencePanel } from '@/app/_ui/grade/reference-panel';
import type { AskedQuestionView, InterviewView } from '@/lib/domain/interview';
import { AttemptTabs } from './attempt-tabs';
import { CardActions } from './card-actions';
import { GradedCard } from './graded-card';
import classes from './interview.module.css';
import { UngradedCard } from './ungraded-card';
import type { WriteMode } from './use-composer';
import type { Finish } from './use-finish';

interface FeedbackProps {
  view: InterviewView;
  question: AskedQuestionView;
  live: InterviewControls;
  isOnStage: boolean;
  headingRef: Ref<HTMLHeadingElement>;
  /** Puts the person at the composer, to answer again or to ask. */
  onWrite(mode: WriteMode): void;
  finish: Finish;
}

/** The column with what was found; of several attempts the latest, unless the person chose another. */
export function Feedback({ view, question, live, isOnStage, headingRef, onWrite, finish }: FeedbackProps) {
  const t = useTranslations('interview');
  // Answers that share one grade show it once, at the answer that holds it.
  const judged = question.answers.filter(
    ({ state, gradedWith }) => !gradedWith && (state === 'graded' || state === 'ungraded'),
  );
  const latest = judged.at(-1);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const latestId = latest?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new grade takes the card, whatever was chosen before
  useEffect(() => setChosenId(null), [latestId]);
  const shown = judged.find(({ id }) => id === chosenId) ?? latest;
  const isLatest = shown === latest;
  const graded = judged.filter((answer) => answer.grade);
  const before = shown ? graded[graded.indexOf(shown) - 1]?.grade : undefined;
  const reference = shown?.reference ?? question.reference;

  // Once revealed it stands in the conversation; twice would be too much.
  const isRevealed = question.messages.some(({ kind }) => kind === 'reveal');
  if (!shown) {
    return (
      <aside className={classes.feedback} aria-label={t('feedback')}>
        {question.reference && !isRevealed && <ReferencePanel reference={question.reference} isOpen />}
        {view.mode === 'mock' && view.status === 'active' && <p className="viva-muted">{t('mockNote')}</p>}
      </aside>
    );
  }
  return (
    <aside className={classes.feedback} aria-label={t('feedback')} data-testid="feedback-card">
      <div className="viva-card">
        <AttemptTabs answers={judged} shownId={shown.id} onShow={setChosenId} />
        {shown.grade ? (
          <GradedCard
            answer={shown}
            question={question}
            before={before}
            headingRef={headingRef}
            live={live}
          />
        ) : (
          <UngradedCard answer={shown} question={question} live={live} headingRef={headingRef} />
        )}
        {reference && <ReferencePanel reference={reference} doubt={shown.grade?.referenceDoubt} />}
        {isOnStage && isLatest && <CardActions view={view} live={live} onWrite={onWrite} finish={finish} />}
      </div>
    </aside>
  );
}
