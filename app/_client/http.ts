/** What the server, or the way to it, says of something that did not work. */
export interface Failure {
  /** One of the server's kinds of error; `unreachable` when no whole answer came. */
  kind: string;
  code: string;
  /** In English, for a person who has no sentence of their own language for the code. */
  message: string;
}

/** A request that the server answered with an error, or that never reached it. */
export class RequestError extends Error implements Failure {
  readonly kind: string;
  readonly code: string;
  /** HTTP status; 0 when unreachable. */
  readonly status: number;

  constructor(status: number, kind: string, code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'RequestError';
    this.status = status;
    this.kind = kind;
    this.code = code;
  }

  get isUnreachable(): boolean {
    return this.kind === 'unreachable';
  }
}

/** Of a failed request, what failed. What is no failed request is a defect, and thrown on. */
export function asFailure(error: unknown): Failure {
  if (error instanceof RequestError) return error;
  throw error;
}

/** An aborted request is the person's own doing and no error to show. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

async function toError(response: Response): Promise<RequestError> {
  const body: unknown = await response.json().catch(() => null);
  const error = (body as { error?: { kind?: string; code?: string; message?: string } } | null)?.error;
  // A proxy between us and the server answers for it when it is gone.
  const isGateway = !error && (response.status === 502 || response.status === 504);
  return new RequestError(
    response.status,
    isGateway ? 'unreachable' : (error?.kind ?? 'internal'),
    error?.code ?? `http-${response.status}`,
    error?.message ?? `HTTP ${response.status}`,
  );
}

/** `fetch` that throws a `RequestError` for every answer that is not a success. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { cache: 'no-store', ...init });
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw new RequestError(0, 'unreachable', 'unreachable', 'The server cannot be reached.', cause);
  }
  if (!response.ok) throw await toError(response);
  return response;
}

/** The body of an answer; a connection that breaks before it is whole throws `unreachable`. */
export async function readBody<T>(response: Response): Promise<T> {
  try {
    return (await response.json()) as T;
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw new RequestError(0, 'unreachable', 'answer-cut', 'The answer did not arrive whole.', cause);
  }
}

export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return readBody(await send(path, { signal }));
}

export function jsonInit(method: 'POST' | 'PATCH' | 'PUT', body: unknown): RequestInit {
  return { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

export async function sendJson<T>(method: 'POST' | 'PATCH' | 'PUT', path: string, body: unknown): Promise<T> {
  return readBody(await send(path, jsonInit(method, body)));
}
