import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the pretended hub answers one request. */
export type HubBehaviour =
  | { kind: 'serve' }
  /** Ends the connection after so many bytes of the answer, and not before `until` is settled. */
  | { kind: 'cut'; afterBytes: number; until?: Promise<unknown> }
  /** Sends so many bytes, then nothing, and keeps the connection open. */
  | { kind: 'stall'; afterBytes: number }
  /** Takes the request and never answers. */
  | { kind: 'silent' }
  /** Right length, other bytes. */
  | { kind: 'wrong-bytes' }
  /** The whole file with 200, whatever range was asked for. */
  | { kind: 'no-range' }
  | { kind: 'status'; status: number };

export interface HubRequest {
  path: string;
  /** The Range header; null when there was none. */
  range: string | null;
}

export interface ModelHub {
  url: string;
  requests: HubRequest[];
  close(): Promise<void>;
}

/**
 * A hub on loopback. `files` are served by path; behaviours are used up from the front, then files are served as
 * they are. Ranges are honoured with 206, or 416 beyond the end.
 */
export async function startModelHub(
  files: Record<string, Buffer>,
  behaviours: HubBehaviour[] = [],
): Promise<ModelHub> {
  const requests: HubRequest[] = [];
  const queue = [...behaviours];
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', range: request.headers.range ?? null });
    answer(request, response, files[request.url ?? ''], queue.shift() ?? { kind: 'serve' });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  file: Buffer | undefined,
  behaviour: HubBehaviour,
): void {
  if (behaviour.kind === 'silent') return;
  const status = behaviour.kind === 'status' ? behaviour.status : file ? 200 : 404;
  if (!file || status !== 200) {
    response.writeHead(status).end();
    return;
  }
  const start = behaviour.kind === 'no-range' ? 0 : startOf(request.headers.range);
  if (start >= file.length) {
    response.writeHead(416).end();
    return;
  }
  const body = Buffer.from(file.subarray(start));
  if (behaviour.kind === 'wrong-bytes') body.fill(0);
  const headers: Record<string, string | number> = { 'Content-Length': body.length };
  if (start > 0) headers['Content-Range'] = `bytes ${start}-${file.length - 1}/${file.length}`;
  response.writeHead(start > 0 ? 206 : 200, headers);
  send(response, body, behaviour);
}

function send(response: ServerResponse, body: Buffer, behaviour: HubBehaviour): void {
  if (behaviour.kind === 'cut') {
    response.write(body.subarray(0, behaviour.afterBytes), () => {
      void Promise.resolve(behaviour.until).then(() => response.socket?.end());
    });
  } else if (behaviour.kind === 'stall') {
    response.write(body.subarray(0, behaviour.afterBytes));
  } else {
    response.end(body);
  }
}

function startOf(range: string | undefined): number {
  return Number(/^bytes=(\d+)-/.exec(range ?? '')?.[1] ?? 0);
}
