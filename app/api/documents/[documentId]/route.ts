import { z } from 'zod';
import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';

type Context = { params: Promise<{ documentId: string }> };

const change = z.object({ isEnabled: z.boolean() });

/** A document with its source text. */
export const GET = route(async (_request, context: Context) => {
  const app = await getApp();
  return Response.json({ document: await app.bank.document((await context.params).documentId) });
});

/** Switches a document off or on. */
export const PATCH = route(async (request, context: Context) => {
  const { isEnabled } = await readJson(request, change);
  const app = await getApp();
  await app.bank.setDocumentEnabled((await context.params).documentId, isEnabled);
  return new Response(null, { status: 204 });
});

/** Takes a document out of the bank; its history stays. */
export const DELETE = route(async (_request, context: Context) => {
  const app = await getApp();
  await app.bank.removeDocument((await context.params).documentId);
  return new Response(null, { status: 204 });
});
