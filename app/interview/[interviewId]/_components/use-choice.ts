'use client';
import { useCallback, useEffect, useState } from 'react';
import { isTyping } from '@/app/_client/is-typing';
import type { AskedQuestionView } from '@/lib/domain/interview';

/** Words by which a stem asks for more than one option. */
const ASKS_FOR_SEVERAL = /多选|不定项|多项|select all|all that apply|choose (two|three|all)/i;

export interface Choice {
  chosen: readonly string[];
  isMultiple: boolean;
  /** Nothing can be chosen now. */
  isLocked: boolean;
  toggle(label: string): void;
  clear(): void;
}

/** What is sent: the letters in the document's order, and the reason, if any, on the next line. */
export function choiceText(chosen: readonly string[], reason: string): string {
  return [chosen.join(''), reason.trim()].filter((part) => part !== '').join('\n');
}

/** The chosen options; a letter typed anywhere outside a field chooses one as well. */
export function useChoice(question: AskedQuestionView, isLocked: boolean): Choice {
  const [state, setState] = useState<{ questionId: string; chosen: string[] }>({
    questionId: '',
    chosen: [],
  });
  const { questionId, options, stem } = question;
  const isMultiple = ASKS_FOR_SEVERAL.test(stem);
  const toggle = useCallback(
    (label: string) =>
      setState((before) => {
        const chosen = before.questionId === questionId ? before.chosen : [];
        const without = chosen.filter((other) => other !== label);
        const rest = isMultiple ? without : [];
        const order = options?.map((option) => option.label) ?? [];
        const next = without.length < chosen.length ? without : [...rest, label];
        return { questionId, chosen: next.sort((a, b) => order.indexOf(a) - order.indexOf(b)) };
      }),
    [questionId, options, isMultiple],
  );
  const clear = useCallback(() => setState({ questionId, chosen: [] }), [questionId]);

  useEffect(() => {
    if (!options || isLocked) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const option = options.find(({ label }) => label === event.key.toUpperCase());
      if (option) toggle(option.label);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [options, isLocked, toggle]);

  const chosen = state.questionId === questionId ? state.chosen : [];
  return { chosen, isMultiple, isLocked, toggle, clear };
}
