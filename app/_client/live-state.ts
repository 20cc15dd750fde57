import type { InterviewView } from '@/lib/domain/interview';
import type { StreamEvent } from './event-stream';
import type { Failure } from './http';
import { applyStreamEvent, type Outgoing } from './live-view';

export interface LiveState {
  view: InterviewView;
  /** What this page sent and is being answered; null when nothing runs. */
  running: (Outgoing & { isStored: boolean }) | null;
  isUnreachable: boolean;
  error: Failure | null;
}

export type LiveAction =
  | { type: 'sent'; message: Outgoing }
  | { type: 'event'; event: StreamEvent }
  | { type: 'truth'; view: InterviewView; isEnd: boolean }
  | { type: 'failed'; error: Failure; isEnd: boolean }
  | { type: 'dismissed' };

export function startLive(view: InterviewView): LiveState {
  return { view, running: null, isUnreachable: false, error: null };
}

function onEvent(state: LiveState, event: StreamEvent): LiveState {
  if (!state.running) return state;
  const view = applyStreamEvent(state.view, event, state.running);
  if (event.name === 'error') return { ...state, view, error: event.data as Failure };
  const running = event.name === 'stored' ? { ...state.running, isStored: true } : state.running;
  return { ...state, view, running };
}

/** How the page's picture of an interview changes; pure, so that it can be tested without a server. */
export function reduceLive(state: LiveState, action: LiveAction): LiveState {
  switch (action.type) {
    case 'sent':
      return { ...state, running: { ...action.message, isStored: false }, error: null };
    case 'event':
      return onEvent(state, action.event);
    case 'truth': {
      // A poll that was overtaken by our own message must not take the picture back.
      if (state.running && !action.isEnd) return state;
      if (!action.isEnd && action.view.version < state.view.version) return state;
      return { ...state, view: action.view, running: null, isUnreachable: false };
    }
    case 'failed':
      // A look of the page's own that failed says nothing of the message that is being answered.
      if (state.running && !action.isEnd) return state;
      return action.error.kind === 'unreachable'
        ? { ...state, running: null, isUnreachable: true }
        : { ...state, running: null, error: action.error };
    case 'dismissed':
      return { ...state, error: null };
  }
}
