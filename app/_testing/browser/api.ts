import { createParser } from 'eventsource-parser';
import type { InterviewView } from '@/lib/domain/interview';
import type { Question } from '@/lib/domain/question-bank';

export interface ApiEvent {
  event: string;
  data: Record<string, unknown>;
}

export interface ApiMessage {
  intent?: string;
  text?: string;
  clientId?: string;
  answerId?: string;
}

export async function getJson<T>(url: string): Promise<T> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as T;
}

/** Sends JSON as a program would; what came back, whatever its status. */
export function postJson(
  url: string,
  body: unknown,
  init: { headers?: Record<string, string>; signal?: AbortSignal } = {},
): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...init.headers };
  return fetch(url, { ...init, method: 'POST', headers, body: JSON.stringify(body) });
}

/** Starts an interview; its id. */
export async function startOver(url: string, body: Record<string, unknown>): Promise<string> {
  const response = await postJson(`${url}/api/interviews`, body);
  const started = (await response.json()) as { id?: string };
  if (!started.id) throw new Error(`no interview was started: ${JSON.stringify(started)}`);
  return started.id;
}

export function viewOf(url: string, interviewId: string): Promise<InterviewView> {
  return getJson(`${url}/api/interviews/${interviewId}`);
}

export async function questionOf(url: string, questionId: string): Promise<Question> {
  const { question } = await getJson<{ question: Question }>(
    `${url}/api/questions/${encodeURIComponent(questionId)}`,
  );
  return question;
}

/**
 * Sends a message and yields the events of its stream as they come. Ends where the stream ends, cut or whole.
 * @throws Error when the server refuses the message, or cannot be reached
 */
export async function* say(url: string, interviewId: string, message: ApiMessage): AsyncGenerator<ApiEvent> {
  const response = await postJson(`${url}/api/interviews/${interviewId}/messages`, { text: '', ...message });
  if (!response.ok || !response.body) throw new Error(`${response.status}: ${await response.text()}`);
  let events: ApiEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => events.push({ event: event ?? 'message', data: JSON.parse(data) }),
  });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parser.feed(decoder.decode(part.value, { stream: true }));
      yield* events;
      events = [];
    }
  } finally {
    // A reader who breaks off leaves, as a closed tab does.
    await reader.cancel().catch(() => undefined);
  }
}

/** Sends a message and waits for the end of its stream. */
export async function sayAll(url: string, interviewId: string, message: ApiMessage): Promise<ApiEvent[]> {
  const events: ApiEvent[] = [];
  for await (const event of say(url, interviewId, message)) events.push(event);
  return events;
}

/** Puts documents into the bank, as the import page does. */
export async function importTexts(url: string, documents: { name: string; text: string }[]): Promise<void> {
  const preview = await postJson(`${url}/api/imports`, { documents });
  const { id } = (await preview.json()) as { id: string };
  const confirmed = await postJson(`${url}/api/imports/${encodeURIComponent(id)}/confirm`, {});
  if (!confirmed.ok) throw new Error(`the import failed: ${await confirmed.text()}`);
}
