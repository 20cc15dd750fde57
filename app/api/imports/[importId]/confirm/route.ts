import { z } from 'zod';
import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';

type Context = { params: Promise<{ importId: string }> };

/** `keepBoth`: names of documents to keep beside the one of the same name; `seen`: what the person saw of each. */
const choices = z.object({
  keepBoth: z.array(z.string()).optional(),
  seen: z.array(z.object({ document: z.string(), basis: z.string() })).optional(),
});

/** Brings the previewed documents into the bank. */
export const POST = route(async (request, context: Context) => {
  const chosen = await readJson(request, choices);
  const app = await getApp();
  return Response.json(await app.bank.confirmImport((await context.params).importId, chosen));
});
