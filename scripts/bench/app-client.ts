import { createParser } from 'eventsource-parser';

export interface TimedEvent {
  event: string;
  data: Record<string, unknown>;
  /** Milliseconds of the performance clock at arrival. */
  at: number;
}

/** Posts JSON as a program would and returns the reply's JSON. */
export async function post(url: string, body: unknown): Promise<Record<string, unknown>> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<string, unknown>;
}

/** Sends a message to an interview and reads its event stream to the end. */
export async function sendMessage(url: string, interviewId: string, body: unknown): Promise<TimedEvent[]> {
  const response = await fetch(`${url}/api/interviews/${interviewId}/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok || response.body === null)
    throw new Error(`status ${response.status}: ${await response.text()}`);
  const events: TimedEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) =>
      events.push({ event: event ?? 'message', data: JSON.parse(data), at: performance.now() }),
  });
  const decoder = new TextDecoder();
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parser.feed(decoder.decode(part.value, { stream: true }));
  }
  return events;
}
