import type { Grade, LookOutcome, UngradedReason } from '../grading';
import type { Contested, InterviewEvent, Overridden } from './events';
import type { InterviewState } from './state';
import type { AskedQuestionView, Intent, InterviewView, MessageKind, MessageView, SourceView } from './view';
import { viewQuestion } from './view-interview';

/** What the server is busy with. */
type ProgressStep = 'rubric' | 'verdicts' | 'second-look' | 'critique' | 'follow-up' | 'question' | 'reply';

type VerdictsData =
  | { answerId: string; state: 'graded'; grade: Grade; isEstimate?: boolean }
  | { answerId: string; state: 'ungraded'; reason: UngradedReason; message: string };

interface ReplyData {
  messageId: string;
  kind: MessageKind;
  delta: string;
  /** With the last part of a reply. */
  state?: 'done' | 'cut';
  origin?: MessageView['origin'];
  sources?: SourceView[];
  hintStep?: number;
}

/** The named events that answer one message, `stored` first and `done` last. */
export type InterviewStreamEvent =
  | { event: 'stored'; data: { messageId: string; clientId?: string; intent: Intent } }
  | { event: 'progress'; data: { step: ProgressStep; answerId?: string } }
  | { event: 'verdicts'; data: VerdictsData }
  | { event: 'appeal'; data: { answerId: string; appealId: string; outcome: LookOutcome } }
  | { event: 'critique'; data: { answerId: string; delta: string; state?: 'done' | 'cut' } }
  | { event: 'reply'; data: ReplyData }
  | { event: 'question'; data: AskedQuestionView | MessageView }
  | { event: 'error'; data: { kind: string; code: string; message: string } }
  | {
      event: 'done';
      data: { version: number; awaits: InterviewView['awaits']; status: InterviewView['status'] };
    };

/** Of texts that were streamed already only the end is told. */
export interface StreamOptions {
  isTextStreamed: boolean;
}

/** What a page is told of a stored event; `state` is the interview after it. */
export function streamEventsOf(
  event: InterviewEvent,
  state: InterviewState,
  { isTextStreamed }: StreamOptions,
): InterviewStreamEvent[] {
  switch (event.type) {
    case 'said': {
      const { messageId, clientId, intent } = event;
      return [
        { event: 'stored', data: { messageId, ...(clientId === undefined ? {} : { clientId }), intent } },
      ];
    }
    case 'graded':
      return [{ event: 'verdicts', data: { answerId: event.answerId, state: 'graded', grade: event.grade } }];
    case 'estimated': {
      const { answerId, grade } = event;
      return [{ event: 'verdicts', data: { answerId, state: 'graded', grade, isEstimate: true } }];
    }
    case 'ungraded': {
      const { answerId, reason, message } = event;
      return [{ event: 'verdicts', data: { answerId, state: 'ungraded', reason, message } }];
    }
    case 'second-look': {
      const { answerId, cause: appealId, outcome } = event;
      return [{ event: 'appeal', data: { answerId, appealId, outcome } }];
    }
    case 'critiqued': {
      const { answerId, text, state: end } = event;
      return [{ event: 'critique', data: { answerId, delta: isTextStreamed ? '' : text, state: end } }];
    }
    case 'replied': {
      const { messageId, kind, text, state: end, origin, sources, hintStep } = event;
      const delta = isTextStreamed ? '' : text;
      const optional = { ...(sources ? { sources } : {}), ...(hintStep === undefined ? {} : { hintStep }) };
      return [{ event: 'reply', data: { messageId, kind, delta, state: end, origin, ...optional } }];
    }
    case 'asked':
    case 'follow-up-asked':
      return questionEvents(event.messageId, state);
    default:
      return [];
  }
}

function questionEvents(messageId: string, state: InterviewState): InterviewStreamEvent[] {
  for (const question of state.questions) {
    const message = question.messages.find(({ id }) => id === messageId);
    if (message?.kind === 'question') return [{ event: 'question', data: viewQuestion(state, question) }];
    if (message) return [{ event: 'question', data: message }];
  }
  return [];
}

/** The id of the stored message that a sender's id belongs to. */
export function findSaid(events: readonly InterviewEvent[], clientId: string): string | null {
  const said = events.find((event) => event.type === 'said' && event.clientId === clientId);
  return said?.type === 'said' ? said.messageId : null;
}

/** The stored objection or override that a sender's id belongs to; null when it was never stored. */
export function findStored(
  events: readonly InterviewEvent[],
  clientId: string,
): Contested | Overridden | null {
  for (const event of events)
    if ((event.type === 'contested' || event.type === 'overridden') && event.clientId === clientId)
      return event;
  return null;
}

/** What a stored message led to, told again from the log; `done` is left to the caller, who knows what is running. */
export function replay(
  events: readonly InterviewEvent[],
  messageId: string,
  state: InterviewState,
): InterviewStreamEvent[] {
  return events
    .filter((event) =>
      event.type === 'said' ? event.messageId === messageId : 'cause' in event && event.cause === messageId,
    )
    .flatMap((event) => streamEventsOf(event, state, { isTextStreamed: false }));
}
