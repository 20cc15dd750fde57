'use client';
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Intent, InterviewView, Regrade } from '@/lib/domain/interview';
import { asFailure, isAbort } from './http';
import { fetchInterview, newClientId, type OutgoingMessage, sendMessage } from './interviews';
import { type LiveState, reduceLive, startLive } from './live-state';
import { isWorking } from './live-view';
import { usePolling } from './use-polling';

/** How often a page looks for a grade in flight, and for a server that is gone. Milliseconds. */
const POLL_MS = 1500;
const POLL_UNREACHABLE_MS = 3000;

/** Intents that are about the question on stage; the others name what they are about, or nothing. */
const OFF_STAGE: readonly Intent[] = ['retry', 'finish'];

/** Intents whose reply nobody needs once the person has gone. */
const CANCELLABLE: readonly Intent[] = ['discuss', 'clarify'];

interface SendInput {
  intent: Intent;
  text?: string;
  answerId?: string;
  estimate?: boolean;
  regrade?: Regrade;
  supplement?: boolean;
  /** Called as soon as the server has stored the message. */
  onStored?: () => void;
}

export interface InterviewControls extends LiveState {
  send(input: SendInput): Promise<InterviewView | null>;
  /** Fetches the stored truth: what something beside the conversation has changed. */
  refresh(): Promise<InterviewView | null>;
  cancel(): void;
  dismissError(): void;
}

/** An interview on the page: sends messages, follows their streams, and ends with the stored truth. */
export function useInterview(initial: InterviewView): InterviewControls {
  const [state, dispatch] = useReducer(reduceLive, initial, startLive);
  const { id } = initial;
  const abort = useRef<AbortController | null>(null);
  const unsent = useRef<OutgoingMessage | null>(null);
  const stage = useRef<string | undefined>(undefined);
  useEffect(() => {
    stage.current = state.view.questions[state.view.current ?? -1]?.questionId;
  }, [state.view]);

  const refresh = useCallback(
    async (isEnd: boolean, signal?: AbortSignal): Promise<InterviewView | null> => {
      try {
        const view = await fetchInterview(id, signal);
        dispatch({ type: 'truth', view, isEnd });
        return view;
      } catch (error) {
        if (isAbort(error)) return null;
        dispatch({ type: 'failed', error: asFailure(error), isEnd });
        return null;
      }
    },
    [id],
  );

  const send = useCallback(
    async ({ onStored, ...input }: SendInput): Promise<InterviewView | null> => {
      const isOffStage = OFF_STAGE.includes(input.intent) || stage.current === undefined;
      const wanted = { text: '', ...input, ...(isOffStage ? {} : { questionId: stage.current }) };
      const message = sameAgain(unsent.current, wanted) ?? { ...wanted, clientId: newClientId() };
      unsent.current = message;
      const controller = new AbortController();
      abort.current = CANCELLABLE.includes(input.intent) ? controller : null;
      dispatch({ type: 'sent', message: { ...message, at: new Date().toISOString() } });
      try {
        for await (const event of sendMessage(id, message, controller.signal)) {
          dispatch({ type: 'event', event });
          if (event.name === 'stored') {
            unsent.current = null;
            onStored?.();
          }
        }
      } catch (error) {
        if (!isAbort(error)) {
          const failure = asFailure(error);
          dispatch({ type: 'failed', error: failure, isEnd: true });
          if (failure.kind === 'unreachable') return null;
        }
      }
      abort.current = null;
      return refresh(true);
    },
    [id, refresh],
  );

  const shouldPoll = !state.running && (state.isUnreachable || isWorking(state.view));
  usePolling(
    (signal) => refresh(false, signal),
    state.isUnreachable ? POLL_UNREACHABLE_MS : POLL_MS,
    shouldPoll,
  );

  useEffect(() => {
    const onVisible = () => {
      if (document.visibilityState === 'visible') void refresh(false);
    };
    document.addEventListener('visibilitychange', onVisible);
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      abort.current?.abort();
    };
  }, [refresh]);

  const cancel = useCallback(() => abort.current?.abort(), []);
  const dismissError = useCallback(() => dispatch({ type: 'dismissed' }), []);
  const look = useCallback(() => refresh(false), [refresh]);
  return { ...state, send, refresh: look, cancel, dismissError };
}

/** The message that never reached the server keeps its id, so that sending it again stores it once. */
function sameAgain(
  unsent: OutgoingMessage | null,
  wanted: Omit<OutgoingMessage, 'clientId'>,
): OutgoingMessage | null {
  if (!unsent) return null;
  const { clientId: _, ...before } = unsent;
  return JSON.stringify(before) === JSON.stringify(wanted) ? unsent : null;
}
