import type { AppError } from '@/lib/domain/errors';

/**
 * The body of a request, read no further than the limit, whatever its length header says.
 * @throws what `tooLarge` makes, when it is longer than `maxBytes`
 */
export async function readBytes(
  request: Request,
  maxBytes: number,
  tooLarge: () => AppError,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw tooLarge();
    }
    parts.push(part.value);
  }
  return new Uint8Array(Buffer.concat(parts, size));
}
