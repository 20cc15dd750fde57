'use client';
import { type RefObject, useEffect, useRef } from 'react';
import type { AskedQuestionView } from '@/lib/domain/interview';
import type { ComposerHandle } from './composer';

interface FocusFlow {
  question: AskedQuestionView;
  composer: RefObject<ComposerHandle | null>;
  cardHeading: RefObject<HTMLHeadingElement | null>;
}

/** Focus goes to the composer at a new question, and to the card's heading when new feedback is there. */
export function useFocusFlow({ question, composer, cardHeading }: FocusFlow): void {
  const outcomes = question.answers.filter(({ state }) => state === 'graded' || state === 'ungraded').length;
  const before = useRef<number | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = outcomes;
    // On a phone the keyboard would hide the question: there the person taps when ready.
    if (last === null && window.matchMedia('(pointer: fine)').matches) composer.current?.focus();
    if (last !== null && outcomes > last) {
      // Behind the dock counts as visible for focus alone: the card has to be brought out from under it.
      cardHeading.current?.focus({ preventScroll: true });
      cardHeading.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [outcomes, composer, cardHeading]);
}
