/** What the server, or the way to it, says of something that did not work. */
export interface Failure {
  /** One of the server's kinds of error; `unreachable` when no whole answer came. */
  kind: string;
  code: string;
  /** In English, for a person who has no sentence of their own language for the code. */
  message: string;
  /** Facts about it. `said`: another program's own words; `problem`: which of the things that the code may mean. */
  details?: Record<string, string | number>;
}

/** A request that the server answered with an error, or that never reached it. */
export class RequestError extends Error implements Failure {
  readonly kind: string;
  readonly code: string;
  /** HTTP status; 0 when unreachable. */
  readonly status: number;
  readonly details: Record<string, string | number>;

  constructor(status: number, failure: Failure, cause?: unknown) {
    super(failure.message, { cause });
    this.name = 'RequestError';
    this.status = status;
    this.kind = failure.kind;
    this.code = failure.code;
    this.details = failure.details ?? {};
  }

  get isUnreachable(): boolean {
    return this.kind === 'unreachable';
  }
}

/** The error of a request to which no whole answer came. */
export function unreachable(code: string, message: string, cause?: unknown): RequestError {
  return new RequestError(0, { kind: 'unreachable', code, message }, cause);
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
  const error = (body as { error?: Partial<Failure> } | null)?.error;
  // A proxy between us and the server answers for it when it is gone.
  const isGateway = !error && (response.status === 502 || response.status === 504);
  return new RequestError(response.status, {
    kind: isGateway ? 'unreachable' : 'internal',
    code: `http-${response.status}`,
    message: `HTTP ${response.status}`,
    ...error,
  });
}

/** `fetch` that throws a `RequestError` for every answer that is not a success. */
export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { cache: 'no-store', ...init });
  } catch (cause) {
    if (isAbort(cause)) throw cause;
    throw unreachable('unreachable', 'The server cannot be reached.', cause);
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
    throw unreachable('answer-cut', 'The answer did not arrive whole.', cause);
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
