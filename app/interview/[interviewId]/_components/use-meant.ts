'use client';
import { useState } from 'react';
import { type AskedQuestionView, type Intent, type InterviewView, readIntent } from '@/lib/domain/interview';

/** What may be meant besides what the composer is set to. */
export type MeantIntent = Exclude<Intent, 'answer' | 'retry'>;

export interface Meant {
  /** Null: the words are what the composer takes them for. */
  intent: MeantIntent | null;
  /** False when the interview does not allow it now, as with a fourth hint. */
  isPossible: boolean;
  /** “This is what I wanted to send”: the words of this draft are not read any further. */
  insist(): void;
}

/** While something is only asked, orders are all that is looked for: a question stays a question. */
const ORDERS: readonly Intent[] = ['hint', 'skip', 'next', 'reveal', 'finish'];

/** What the draft asks for where it does not look like an answer (“能给点提示吗”), until the person insists. */
export function useMeant(
  question: AskedQuestionView,
  view: InterviewView,
  mode: 'answer' | 'afresh' | 'discuss',
  text: string,
): Meant {
  const [insistedOn, setInsistedOn] = useState<string | null>(null);
  const insist = () => setInsistedOn(text);
  const isReplying = view.awaits === 'follow-up';
  const read = readIntent(text, {
    isChoice: question.kind === 'choice',
    isDiscussable: view.allowedIntents.includes('discuss'),
    isReplying,
    hasAnswered: question.answers.length > 0,
  });
  const isPlain =
    text.trim() === '' ||
    read === 'answer' ||
    read === 'retry' ||
    (mode === 'discuss' && !ORDERS.includes(read)) ||
    (insistedOn !== null && insistedOn.trim() !== '' && text.startsWith(insistedOn));
  if (isPlain) return { intent: null, isPossible: true, insist };
  return { intent: read, isPossible: view.allowedIntents.includes(read), insist };
}
