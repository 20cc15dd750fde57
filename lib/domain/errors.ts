/** What went wrong, in the only terms the outside needs: `app/_http` turns each kind into one status. */
export type ErrorKind = 'invalid' | 'not-found' | 'conflict' | 'unavailable' | 'internal';

export interface AppErrorOptions {
  /** The error this one was made of; never dropped, so that a log shows the whole chain. */
  cause?: unknown;
  /** Whether the same call may succeed later without a change. Decided where the error is born. */
  isRetryable?: boolean;
  /** Facts for the message in the person's language (file, line, field, limit …). Never secrets. */
  details?: Record<string, string | number>;
}

/**
 * The one error type that crosses a room's door on purpose. `code` is a stable kebab-case name
 * (`document-too-large`); `message` is an English sentence that says what is wrong and what to do.
 */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly isRetryable: boolean;
  readonly details: Record<string, string | number>;

  constructor(kind: ErrorKind, code: string, message: string, options: AppErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.kind = kind;
    this.code = code;
    this.isRetryable = options.isRetryable ?? kind === 'unavailable';
    this.details = options.details ?? {};
  }
}

/**
 * What a person is told of what works otherwise than wanted. Pages have a sentence in the person's language for each
 * `code`; `message` is for logs and commands. `details.said`: what another program said, in its own words.
 */
export interface Notice {
  code: string;
  message: string;
  details?: Record<string, string | number>;
}

/** What may be told of an error: an expected one in its terms, of any other that there was one. */
export function noticeOf(error: unknown): Notice {
  if (!isAppError(error))
    return { code: 'internal', message: error instanceof Error ? error.message : String(error) };
  const { code, message, details } = error;
  return { code, message, ...(Object.keys(details).length > 0 && { details }) };
}

/** Words from outside without a key that was sent there, or anything that looks like one: they are shown and logged. */
export function withoutKeys(text: string, key: string | undefined): string {
  const hidden = text.replace(/\b(?:sk|key|pk)-[\w*.-]{4,}/g, '***');
  return key ? hidden.replaceAll(key, '***') : hidden;
}

/** Narrows an unknown thrown value, also across module instances (bundles may hold the class twice). */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'kind' in error && 'code' in error;
}
