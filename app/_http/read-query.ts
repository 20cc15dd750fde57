import type { z } from 'zod';
import { AppError } from '@/lib/domain/errors';

/** What is wrong with each field, by its path: `documents.0.text: …; limit: …`. */
export function wrongFields(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
}

/**
 * The parameters of a query, checked against their schema.
 * @throws AppError invalid `bad-query`, which names each field
 */
export function readQuery<T>(given: unknown, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new AppError('invalid', 'bad-query', `The query is not right: ${wrongFields(parsed.error)}`, {
    cause: parsed.error,
  });
}
