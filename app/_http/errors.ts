import { type ErrorKind, isAppError } from '@/lib/domain/errors';

/** The only place that knows HTTP's numbers. */
const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  'not-found': 404,
  conflict: 409,
  unavailable: 503,
  internal: 500,
};

export interface ErrorBody {
  kind: ErrorKind;
  code: string;
  message: string;
  /** Facts for a message in the person's own language: the field, the limit, the choice that leaves nothing. */
  details?: Record<string, string | number>;
}

/** What may leave the server of an error: the words of an expected one, nothing of an unexpected one. */
export function describeError(error: unknown): ErrorBody {
  if (isAppError(error)) {
    const { kind, code, message, details } = error;
    return { kind, code, message, ...(Object.keys(details).length > 0 ? { details } : {}) };
  }
  return {
    kind: 'internal',
    code: 'internal',
    message: 'Something went wrong on the server; its log says what.',
  };
}

export function errorResponse(error: unknown): Response {
  const body = describeError(error);
  return Response.json(
    { error: body },
    { status: STATUS[body.kind], headers: { 'cache-control': 'no-store' } },
  );
}

/** Writes an unexpected error to the server's log, causes included. Expected ones are the caller's business. */
export function logUnexpected(error: unknown, where: string): void {
  if (isAppError(error) && error.kind !== 'internal') return;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause =
    error instanceof Error && error.cause !== undefined ? `\ncaused by ${String(error.cause)}` : '';
  process.stderr.write(`viva: ${where}: ${text}${cause}\n`);
}
