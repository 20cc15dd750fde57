import { AppError } from '../../../domain/errors';
import type { ReadingIssue } from '../../../domain/question-bank';

/** What cannot be opened, in the terms the person sees: `code` is stable kebab-case, `message` says what to do. */
export function refusal(code: string, name: string, message: string, cause?: unknown): AppError {
  return new AppError('invalid', code, message, { cause, details: { file: name } });
}

export function damaged(name: string, what: string, cause?: unknown): AppError {
  return refusal(
    'document-damaged',
    name,
    `${name} is a damaged ${what}, or was cut short. Save or download it again.`,
    cause,
  );
}

export function encrypted(name: string): AppError {
  return refusal(
    'document-encrypted',
    name,
    `${name} is protected by a password. Save a copy without one and import that.`,
  );
}

export function tooLarge(name: string, bytes: number): AppError {
  const limit = Math.floor(bytes / (1024 * 1024));
  return refusal(
    'document-too-large',
    name,
    `${name} is larger than ${limit} MB. Split it and import the parts.`,
  );
}

/** Something the conversion left out or changed; the rest of the document is read. */
export function conversionIssue(
  code: string,
  message: string,
  severity: ReadingIssue['severity'] = 'info',
): ReadingIssue {
  return { code, severity, line: 1, message };
}
