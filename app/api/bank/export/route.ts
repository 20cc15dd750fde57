import { z } from 'zod';
import { download, readQuery, route } from '@/app/_http';
import { getApp } from '@/app/_server';

const query = z.object({
  format: z.enum(['markdown', 'json', 'csv', 'anki']).default('markdown'),
  documentIds: z.array(z.string()).optional(),
});

/** The bank as a file: `?format=…`, and `document` (an id) as often as there are documents wanted; none: all. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const documentIds = searchParams.getAll('document').filter((id) => id !== '');
  const format = searchParams.get('format') ?? undefined;
  const asked = readQuery({ format, ...(documentIds.length > 0 && { documentIds }) }, query);
  const { bank } = await getApp();
  const { fileName, mediaType, text } = await bank.exportBank(asked);
  return download(text, fileName, mediaType);
});
