'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { AskedQuestionView, InterviewView } from '@/lib/domain/interview';
import type { ComposerHandle } from './composer';

interface FocusFlow {
  view: InterviewView;
  question: AskedQuestionView | undefined;
  composer: RefObject<ComposerHandle | null>;
  cardHeading: RefObject<HTMLHeadingElement | null>;
}

/** Focus goes to the composer at a new question, and to the card's heading when new feedback is there. */
export function useFocusFlow({ view, question, composer, cardHeading }: FocusFlow): void {
  const questionId = question?.questionId;
  const outcomes =
    question?.answers.filter(({ state }) => state === 'graded' || state === 'ungraded').length ?? 0;
  const before = useRef<{ questionId?: string; outcomes: number } | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = { questionId, outcomes };
    if (view.status === 'finished') return;
    if (last?.questionId !== questionId) {
      // On a phone the keyboard would hide the question: there the person taps when ready.
      const isPointerFine = window.matchMedia('(pointer: fine)').matches;
      if (last !== null) window.scrollTo({ top: 0 });
      if (isPointerFine) composer.current?.focus();
    } else if (last && outcomes > last.outcomes) {
      cardHeading.current?.focus({ preventScroll: false });
    }
  }, [view.status, questionId, outcomes, composer, cardHeading]);
}
