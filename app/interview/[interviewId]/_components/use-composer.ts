'use client';
import { useState } from 'react';
import { type Draft, draftKey, useDraft } from '@/app/_client/use-draft';
import { useHydrated } from '@/app/_client/use-hydrated';
import type { InterviewControls } from '@/app/_client/use-interview';
import type { AskedQuestionView } from '@/lib/domain/interview';
import { type Choice, choiceText } from './use-choice';
import type { Finish } from './use-finish';
import { type Meant, useMeant } from './use-meant';

/** What sending can do: answer or add to the answer, answer once more by itself, ask. */
export type WriteMode = 'answer' | 'afresh' | 'discuss';

/** The same, as finely as the page has words for it. */
type WriteKind = 'answer' | 'again' | 'afresh' | 'reply' | 'discuss' | 'held';

export interface ComposerState {
  draft: Draft;
  mode: WriteMode;
  /** What the interview allows now. */
  modes: readonly WriteMode[];
  setMode(mode: WriteMode): void;
  kind: WriteKind;
  /** What the words ask for in place of that. */
  meant: Meant;
  /** Whether the options of a choice question belong to what is sent. */
  takesChoice: boolean;
  isReady: boolean;
  canSend: boolean;
  submit(): void;
}

/** What the interview allows now. A choice is always made afresh, and a follow-up is answered before anything else. */
function modesOf(question: AskedQuestionView, { view }: InterviewControls): WriteMode[] {
  const isAgain = question.answers.length > 0 && question.kind === 'open' && view.awaits !== 'follow-up';
  return (['answer', 'afresh', 'discuss'] as const).filter((mode) =>
    mode === 'afresh'
      ? isAgain && view.allowedIntents.includes('answer')
      : view.allowedIntents.includes(mode),
  );
}

/** What sending in a mode amounts to at this point of the interview. */
export function kindOf(mode: WriteMode, question: AskedQuestionView, { view }: InterviewControls): WriteKind {
  if (mode === 'discuss') return 'discuss';
  if (view.awaits === 'follow-up') return 'reply';
  if (question.answers.length === 0) return 'answer';
  if (mode === 'afresh' || question.kind === 'choice') return 'afresh';
  return view.mode === 'mock' ? 'held' : 'again';
}

/** What is written, what sending it will do, and the sending; the draft goes once the server has stored it. */
export function useComposer(
  question: AskedQuestionView,
  choice: Choice,
  live: InterviewControls,
  finish: Finish,
): ComposerState {
  const { view, running, send } = live;
  const isReady = useHydrated();
  const draft = useDraft(draftKey(view.id, question.questionId));
  const [wanted, setMode] = useState<WriteMode>('answer');
  const modes = modesOf(question, live);
  const mode = modes.includes(wanted) ? wanted : (modes[0] ?? 'answer');
  const kind = kindOf(mode, question, live);
  const takesChoice = mode !== 'discuss' && kind !== 'reply' && question.options !== undefined;
  const hasChosen = takesChoice && choice.chosen.length > 0;
  const text = takesChoice ? choiceText(choice.chosen, draft.text) : draft.text.trim();
  const meant = useMeant(question, view, mode, hasChosen ? '' : draft.text);
  const canSend = isReady && running === null && modes.includes(mode) && text !== '' && meant.isPossible;
  const submit = () => {
    if (!canSend) return;
    const written = draft.text;
    if (meant.intent !== null) {
      // Ending is asked for once more, as with the button; the last question leads to the report.
      const isEnd = meant.intent === 'finish';
      if (isEnd) finish.ask();
      if (isEnd) draft.drop(written);
      else void send({ intent: meant.intent, text, onStored: () => draft.drop(written) });
      return;
    }
    const onStored = () => {
      draft.drop(written);
      if (takesChoice) choice.clear();
      if (mode === 'afresh') setMode('answer');
    };
    const supplement = kind === 'again' || kind === 'held';
    const intent = mode === 'discuss' ? 'discuss' : 'answer';
    void send({ intent, text, ...(supplement && { supplement }), onStored });
  };
  return { draft, mode, modes, setMode, kind, meant, takesChoice, isReady, canSend, submit };
}
