import pino from 'pino';
import type { Logger } from '../../ports';

export interface LoggerOptions {
  level: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Names of fields that may hold a secret; they are blanked wherever they stand. */
const SECRET_FIELDS = ['apiKey', 'authorization', 'headers'];

/** JSON lines on standard error, so that a command's standard output holds only its result. */
export function openLogger({ level }: LoggerOptions): Logger {
  const redact = {
    paths: SECRET_FIELDS.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    censor: '[hidden]',
  };
  return pino(
    { level, base: null, redact, serializers: { error: pino.stdSerializers.err } },
    pino.destination({ dest: 2, sync: true }),
  );
}
