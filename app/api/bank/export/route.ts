import { z } from 'zod';
import { download, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { AppError } from '@/lib/domain/errors';

const query = z.object({
  format: z.enum(['markdown', 'json', 'csv', 'anki']).default('markdown'),
  documentIds: z.array(z.string()).optional(),
});

/** The bank as a file: `?format=…`, and `document` (an id) as often as there are documents wanted; none: all. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const documentIds = searchParams.getAll('document').filter((id) => id !== '');
  const parsed = query.safeParse({
    format: searchParams.get('format') ?? undefined,
    ...(documentIds.length > 0 && { documentIds }),
  });
  if (!parsed.success) throw new AppError('invalid', 'bad-query', z.prettifyError(parsed.error));
  const { bank } = await getApp();
  const { fileName, mediaType, text } = await bank.exportBank(parsed.data);
  return download(text, fileName, mediaType);
});
