import type { AppealSubject, Language, Verdict, WordingOutcome } from '@/lib/domain/grading';
import type {
  AnswerView,
  Intent,
  InterviewMode,
  InterviewScope,
  InterviewView,
  Regrade,
} from '@/lib/domain/interview';
import { readEvents, type StreamEvent } from './event-stream';
import { getJson, jsonInit, send, sendJson } from './http';

export interface StartInput extends InterviewScope {
  mode: InterviewMode;
  limit?: number;
  /** Mock only. */
  minutes?: number;
  language?: Language;
}

export interface OutgoingMessage {
  text: string;
  intent: Intent;
  /** Made once per message: sending it again stores nothing twice. */
  clientId: string;
  /** What the person sees on stage; when another tab has gone on, the server refuses and stores nothing. */
  questionId?: string;
  /** Of `retry`: the stored answer to grade again. */
  answerId?: string;
  /** Of `retry`: an offline estimate instead of the model's grade. */
  estimate?: boolean;
  /** Of `retry`: the grade is to be made anew, though there is one. */
  regrade?: Regrade;
  /** Of `answer`: graded together with the earlier answers to the question, not alone. */
  supplement?: boolean;
}

export function startInterview(input: StartInput): Promise<{ id: string }> {
  return sendJson('POST', '/api/interviews', input);
}

export function fetchInterview(id: string, signal?: AbortSignal): Promise<InterviewView> {
  return getJson(`/api/interviews/${encodeURIComponent(id)}`, signal);
}

/** Sends one message and yields what it leads to; the first event is always `stored`. */
export async function* sendMessage(
  interviewId: string,
  message: OutgoingMessage,
  signal?: AbortSignal,
): AsyncGenerator<StreamEvent> {
  const path = `/api/interviews/${encodeURIComponent(interviewId)}/messages`;
  const response = await send(path, { ...jsonInit('POST', message), signal });
  yield* readEvents(response);
}

interface Answered {
  answer: AnswerView;
  version: number;
}

function answerPath(interviewId: string, answerId: string): string {
  return `/api/interviews/${encodeURIComponent(interviewId)}/answers/${encodeURIComponent(answerId)}`;
}

/** Contests a verdict; resolves once somebody has looked again, whatever came of it. */
export function contestVerdict(
  interviewId: string,
  answerId: string,
  objection: { subject: AppealSubject; words: string; clientId: string },
): Promise<Answered> {
  const { subject, ...rest } = objection;
  return sendJson('POST', `${answerPath(interviewId, answerId)}/contest`, { ...subject, ...rest });
}

/** Sets the person's own verdict beside the machine's; null takes it back. */
export function overrideVerdict(
  interviewId: string,
  answerId: string,
  objection: { subject: AppealSubject; verdict: Verdict | null; clientId: string },
): Promise<Answered> {
  const { subject, ...rest } = objection;
  return sendJson('POST', `${answerPath(interviewId, answerId)}/override`, { ...subject, ...rest });
}

/** How an attempt is told, compared with the one before it. */
export function compareAttempts(interviewId: string, answerId: string): Promise<WordingOutcome> {
  return sendJson('POST', `${answerPath(interviewId, answerId)}/compare`, {});
}

/** A random id; `crypto.randomUUID` exists only where the browser trusts the address. */
export function newClientId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
