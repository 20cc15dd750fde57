import type { z } from 'zod';
import { AppError } from '@/lib/domain/errors';
import { readBytes } from './read-bytes';
import { wrongFields } from './read-query';

/** Bytes of a JSON body unless a route says otherwise: an answer with code is thousands, not millions. */
const LARGEST_BODY = 1024 * 1024;

/**
 * The body of a request, checked against its schema.
 * @throws AppError invalid `body-too-large`, `body-unreadable`, `bad-field` (which names each field)
 */
export async function readJson<T>(
  request: Request,
  schema: z.ZodType<T>,
  limits: { maxBytes?: number } = {},
): Promise<T> {
  const text = await readText(request, limits.maxBytes ?? LARGEST_BODY);
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new AppError('invalid', 'bad-field', `The request is not right: ${wrongFields(parsed.error)}`, {
    cause: parsed.error,
  });
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const tooLarge = () =>
    new AppError(
      'invalid',
      'body-too-large',
      `The request is larger than ${Math.round(maxBytes / 1024)} KB.`,
    );
  return new TextDecoder().decode(await readBytes(request, maxBytes, tooLarge));
}

function parse(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch (cause) {
    throw new AppError('invalid', 'body-unreadable', 'The request body is not JSON.', { cause });
  }
}
