import { vi } from 'vitest';

/** What a scripted request is answered with. */
export type Reply =
  | { status?: number; json: unknown }
  | { events: [name: string, data: unknown][]; isCut?: boolean }
  | 'unreachable';

function eventBody(events: [string, unknown][], isCut: boolean): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const rest = events.map(([name, data]) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
  return new ReadableStream({
    pull(controller) {
      const next = rest.shift();
      if (next !== undefined) controller.enqueue(encoder.encode(next));
      else if (isCut) controller.error(new TypeError('network error'));
      else controller.close();
    },
  });
}

function toResponse(reply: Exclude<Reply, 'unreachable'>): Response {
  if ('events' in reply) {
    const headers = { 'content-type': 'text/event-stream' };
    return new Response(eventBody(reply.events, reply.isCut ?? false), { headers });
  }
  return Response.json(reply.json, { status: reply.status ?? 200 });
}

/**
 * Replaces `fetch` by a script: `respond` gets method, path and parsed JSON body of each request. Returns what was asked.
 */
export function scriptFetch(respond: (method: string, path: string, body: unknown) => Reply) {
  const requests: { method: string; path: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    requests.push({ method, path, body });
    const reply = respond(method, path, body);
    if (reply === 'unreachable') throw new TypeError('fetch failed');
    return toResponse(reply);
  });
  return requests;
}
