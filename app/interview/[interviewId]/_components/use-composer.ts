'use client';
import { useState } from 'react';
import { type Draft, useDraft } from '@/app/_client/use-draft';
import { useHydrated } from '@/app/_client/use-hydrated';
import type { InterviewControls } from '@/app/_client/use-interview';
import type { AskedQuestionView } from '@/lib/domain/interview';
import { type Choice, choiceText } from './use-choice';

/** The two things that sending can do. */
export type WriteMode = 'answer' | 'discuss';

/** The same, as finely as the page has words for it. */
type WriteKind = 'answer' | 'again' | 'reply' | 'discuss' | 'held';

export interface ComposerState {
  draft: Draft;
  mode: WriteMode;
  /** What the interview allows now. */
  modes: readonly WriteMode[];
  setMode(mode: WriteMode): void;
  kind: WriteKind;
  /** Whether the options of a choice question belong to what is sent. */
  takesChoice: boolean;
  isReady: boolean;
  canSend: boolean;
  submit(): void;
}

function kindOf(mode: WriteMode, question: AskedQuestionView, { view }: InterviewControls): WriteKind {
  if (mode === 'discuss') return 'discuss';
  if (view.awaits === 'follow-up') return 'reply';
  if (question.answers.length === 0) return 'answer';
  return view.mode === 'mock' ? 'held' : 'again';
}

/** What is written, what sending it will do, and the sending; the draft goes once the server has stored it. */
export function useComposer(
  question: AskedQuestionView,
  choice: Choice,
  live: InterviewControls,
): ComposerState {
  const { view, running, send } = live;
  const isReady = useHydrated();
  const draft = useDraft(`${view.id}:${question.questionId}`);
  const [wanted, setMode] = useState<WriteMode>('answer');
  const modes = (['answer', 'discuss'] as const).filter((mode) => view.allowedIntents.includes(mode));
  const mode = modes.includes(wanted) ? wanted : (modes[0] ?? 'answer');
  const kind = kindOf(mode, question, live);
  const takesChoice = mode === 'answer' && kind !== 'reply' && question.options !== undefined;
  const text = takesChoice ? choiceText(choice.chosen, draft.text) : draft.text.trim();
  const canSend = isReady && running === null && modes.includes(mode) && text !== '';
  const submit = () => {
    if (!canSend) return;
    const written = draft.text;
    const onStored = () => {
      draft.drop(written);
      if (takesChoice) choice.clear();
    };
    void send({ intent: mode, text, onStored });
  };
  return { draft, mode, modes, setMode, kind, takesChoice, isReady, canSend, submit };
}
