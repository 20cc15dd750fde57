import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { documentCorrections, LARGEST_CORRECTIONS_BYTES } from './corrections-schema';

type Context = { params: Promise<{ importId: string }> };

/** Reads one document again with these corrections in place of the earlier ones; `text` is left out, it never changes. */
export const PUT = route(async (request, context: Context) => {
  const asked = await readJson(request, documentCorrections, { maxBytes: LARGEST_CORRECTIONS_BYTES });
  const app = await getApp();
  const { text: _, ...document } = await app.bank.correctImport((await context.params).importId, asked);
  return Response.json({ document });
});
