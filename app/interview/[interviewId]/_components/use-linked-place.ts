'use client';
import { useEffect, useRef } from 'react';
import { regradeAnchor } from '@/app/_ui/grade/recourse/regrade-anchor';
import type { InterviewView } from '@/lib/domain/interview';

/** Of a link that names a question (`#q-2`) or where an answer is graded anew, shows that question, once. */
export function useLinkedPlace(view: InterviewView, select: (index: number) => void): void {
  const hasLooked = useRef(false);
  useEffect(() => {
    if (hasLooked.current) return;
    hasLooked.current = true;
    const place = window.location.hash.slice(1);
    const linked = view.questions.find(
      ({ index, answers }) => place === `q-${index}` || answers.some(({ id }) => place === regradeAnchor(id)),
    );
    if (!linked) return;
    select(linked.index);
    requestAnimationFrame(() => document.getElementById(place)?.scrollIntoView({ block: 'center' }));
  }, [view, select]);
}
