'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useInterview } from '@/app/_client/use-interview';
import { PointLinkProvider } from '@/app/_ui/grade/point-link';
import type { InterviewView } from '@/lib/domain/interview';
import { QuestionRoom } from './question-room';
import { useLinkedPlace } from './use-linked-place';

interface InterviewRoomProps {
  initial: InterviewView;
  /** The line that says what grades and what searches. */
  status: ReactNode;
}

/** One question on stage, the conversation about it, and what was found in the person's own words. */
export function InterviewRoom({ initial, status }: InterviewRoomProps) {
  const t = useTranslations('interview');
  const live = useInterview(initial);
  const { view } = live;
  const stage = view.current ?? view.questions.length - 1;
  const [selected, setSelected] = useState(stage);
  // A new question takes the stage, wherever the person was looking.
  useEffect(() => setSelected(stage), [stage]);
  const question = view.questions[selected] ?? view.questions.at(-1);
  useLinkedPlace(view, setSelected);
  const shownId = question?.questionId;
  const lastShown = useRef(shownId);
  useEffect(() => {
    if (lastShown.current !== shownId) window.scrollTo({ top: 0 });
    lastShown.current = shownId;
  }, [shownId]);
  if (!question) {
    return (
      <main id="main" className="viva-page">
        {t('nothingAsked')}
      </main>
    );
  }
  return (
    <PointLinkProvider key={question.questionId}>
      <QuestionRoom live={live} question={question} onSelect={setSelected} status={status} />
    </PointLinkProvider>
  );
}
