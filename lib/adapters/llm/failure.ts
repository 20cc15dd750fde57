import { APIConnectionError, APIError } from 'openai';
import type { UngradedReason } from '../../domain/grading';
import type { Deadline, Ending } from './deadline';

export type ModelProblem =
  | 'cancelled'
  | 'timed-out'
  | 'stalled'
  | 'unreachable'
  | 'not-json'
  | 'cut'
  | 'no-quota'
  | 'slow-down'
  | 'key-refused'
  | 'unknown-model'
  | 'in-trouble'
  | 'content-refused'
  | 'too-long'
  | 'request-refused'
  | 'unexpected';

/** A failed call in the port's terms. */
export interface Failure {
  reason: UngradedReason;
  /** More exactly, for pages that have a sentence for it. */
  problem: ModelProblem;
  /** One plain sentence. Holds no key, no prompt and no answer: it is stored and may be logged. */
  message: string;
  /** Whether the same request may succeed a moment later. */
  isRetryable: boolean;
  /** What the endpoint itself said; may echo parts of a request, so it is shown by `probe` only. */
  detail?: string;
  /** The endpoint's own wish, in milliseconds. */
  retryAfterMs?: number;
}

const ENDINGS: Record<Ending, Failure> = {
  cancelled: {
    reason: 'cancelled',
    problem: 'cancelled',
    message: 'The request was cancelled.',
    isRetryable: false,
  },
  'timed-out': {
    reason: 'timeout',
    problem: 'timed-out',
    message: 'The model did not finish within the time limit.',
    isRetryable: false,
  },
  stalled: {
    reason: 'timeout',
    problem: 'stalled',
    message: 'The model stopped sending in the middle of its reply.',
    isRetryable: false,
  },
};

/** Says what went wrong, whatever was thrown. Our own time limits and cancellations come first: they cause the rest. */
export function failureOf(error: unknown, deadline: Deadline): Failure {
  const ending = deadline.ending();
  if (ending) return ENDINGS[ending];
  if (error instanceof APIConnectionError) return connectionFailure();
  if (error instanceof APIError && error.status !== undefined) return statusFailure(error, error.status);
  if (error instanceof APIError) return fromStream(error);
  if (error instanceof SyntaxError)
    return {
      reason: 'unreadable-reply',
      problem: 'not-json',
      message: 'The endpoint sent something that is not JSON.',
      isRetryable: false,
    };
  // fetch reports a connection that broke in the middle of a body as a TypeError ("terminated").
  if (error instanceof TypeError)
    return {
      reason: 'cut-reply',
      problem: 'cut',
      message: 'The connection broke in the middle of the reply.',
      isRetryable: true,
    };
  return {
    reason: 'internal',
    problem: 'unexpected',
    message: 'Something unexpected went wrong while asking the model.',
    isRetryable: false,
  };
}

function connectionFailure(): Failure {
  return {
    reason: 'unavailable',
    problem: 'unreachable',
    message: 'The endpoint cannot be reached. Check the address and that the server runs.',
    isRetryable: true,
  };
}

function statusFailure(error: APIError, status: number): Failure {
  const base = { detail: error.message, retryAfterMs: retryAfter(error.headers) };
  if (error.code === 'insufficient_quota')
    return {
      ...base,
      reason: 'rate-limited',
      problem: 'no-quota',
      message: 'The account behind the key has no quota left.',
      isRetryable: false,
    };
  if (status === 429)
    return {
      ...base,
      reason: 'rate-limited',
      problem: 'slow-down',
      message: 'The endpoint asks to slow down (429).',
      isRetryable: true,
    };
  if (status === 401 || status === 403)
    return {
      ...base,
      reason: 'configuration',
      problem: 'key-refused',
      message: `The endpoint does not accept the key (${status}).`,
      isRetryable: false,
    };
  if (status === 404)
    return {
      ...base,
      reason: 'configuration',
      problem: 'unknown-model',
      message: 'The endpoint knows no such model or address (404).',
      isRetryable: false,
    };
  if (status === 408 || status === 409 || status >= 500)
    return {
      ...base,
      reason: 'unavailable',
      problem: 'in-trouble',
      message: `The endpoint is in trouble (${status}).`,
      isRetryable: true,
    };
  if (isFiltered(error))
    return {
      ...base,
      reason: 'refused',
      problem: 'content-refused',
      message: 'The endpoint refused the content.',
      isRetryable: false,
    };
  if (isTooLong(error))
    return {
      ...base,
      reason: 'configuration',
      problem: 'too-long',
      message: 'The request is longer than the model can read.',
      isRetryable: false,
    };
  return {
    ...base,
    reason: 'configuration',
    problem: 'request-refused',
    message: `The endpoint refuses the request (${status}).`,
    isRetryable: false,
  };
}

/** Whether the endpoint says that the request exceeds the model's context. */
export function isTooLong(error: APIError): boolean {
  return (
    error.status === 413 ||
    /context_length|context length|context window|too long/i.test(`${error.code} ${error.message}`)
  );
}

/** Whether the endpoint refuses what was said, not how it was asked (Azure and DashScope do so with status 400). */
export function isFiltered(error: APIError): boolean {
  return /content_filter|content_policy|data_inspection_failed/i.test(`${error.code}`);
}

/** An error event inside a stream that had begun with status 200. */
function fromStream(error: APIError): Failure {
  return {
    reason: 'cut-reply',
    problem: 'cut',
    message: 'The endpoint reported an error in the middle of its reply.',
    isRetryable: false,
    detail: error.message,
  };
}

/** `Retry-After` as seconds or a date, or the millisecond form some endpoints send; undefined when there is none. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const milliseconds = Number.parseFloat(headers?.get('retry-after-ms') ?? '');
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const value = headers?.get('retry-after');
  if (!value) return undefined;
  const seconds = Number(value);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}
