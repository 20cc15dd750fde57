'use client';
import { useState } from 'react';
import { asFailure, isAbort } from '@/app/_client/http';
import { keepApart, mergeProposals, mergeQuestions } from '@/app/_client/merges';
import { useFailureWords } from '@/app/_client/use-failure-words';
import { usePolling } from '@/app/_client/use-polling';
import type { MergeProposal, MergeProposals, Question } from '@/lib/domain/question-bank';

/** Wait between two looks while the bank is being gone through. Milliseconds. */
const LOOK_AGAIN_MS = 1000;

/** Questions that become one. */
export interface Merging {
  into: Question;
  questions: readonly Question[];
}

/** What became of a choice. */
export type MergeNews =
  | { kind: 'merged' | 'apart'; stem: string }
  | { kind: 'all'; count: number }
  | { kind: 'failed'; message: string };

/** The proposals, kept up to date, and what a person can do with them. */
export function useMerges(first: MergeProposals) {
  const words = useFailureWords();
  const [view, setView] = useState(first);
  const [isBusy, setBusy] = useState(false);
  const [news, setNews] = useState<MergeNews | null>(null);

  const look = async (signal?: AbortSignal) => {
    try {
      setView(await mergeProposals(signal));
    } catch (error) {
      if (isAbort(error)) return;
      setNews({ kind: 'failed', message: words(asFailure(error)) });
      setView((before) => ({ ...before, state: 'failed' }));
    }
  };
  // What a person does ends a look under way: it would bring back what is gone by then.
  usePolling(look, LOOK_AGAIN_MS, view.state === 'working' && !isBusy);

  const act = async (done: MergeNews, action: () => Promise<void>) => {
    setBusy(true);
    try {
      await action();
      setNews(done);
    } catch (error) {
      setNews({ kind: 'failed', message: words(asFailure(error)) });
    }
    await look();
    setBusy(false);
  };

  return {
    view,
    isBusy,
    news,
    look: () => void look(),
    merge: ({ root }: MergeProposal, other: Question) =>
      act({ kind: 'merged', stem: other.stem }, () => mergeQuestions([other], root)),
    keepApart: ({ root }: MergeProposal, other: Question) =>
      act({ kind: 'apart', stem: other.stem }, () => keepApart(root.id, [other.id])),
    mergeAll: (groups: readonly Merging[]) =>
      act(
        { kind: 'all', count: groups.reduce((sum, { questions }) => sum + questions.length, 0) },
        async () => {
          for (const { questions, into } of groups) await mergeQuestions(questions, into);
        },
      ),
  };
}
