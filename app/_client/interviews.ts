import type { Language } from '@/lib/domain/grading';
import type { Intent, InterviewMode, InterviewScope, InterviewView } from '@/lib/domain/interview';
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
  /** Of `retry`: the stored answer to grade again. */
  answerId?: string;
  /** Of `retry`: an offline estimate instead of the model's grade. */
  estimate?: boolean;
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

/** A random id; `crypto.randomUUID` exists only where the browser trusts the address. */
export function newClientId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
