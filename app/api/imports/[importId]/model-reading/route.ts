import { z } from 'zod';
import { eventStream, readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { AppError } from '@/lib/domain/errors';

type Context = { params: Promise<{ importId: string }> };

/** A document of the import; with `windowId` only that part of it is asked about, again. */
const modelReadingRequest = z.object({
  document: z.string().min(1).max(1_000),
  scope: z.enum(['unsure', 'all']).optional(),
  windowId: z.string().min(1).max(100).optional(),
});

/** Lets the model read one document; its events tell how far it has come. It stops when the listener leaves. */
export const POST = route(async (request, context: Context) => {
  const { document, scope, windowId } = await readJson(request, modelReadingRequest);
  const { importId } = await context.params;
  const { modelReading } = await getApp();
  if (!modelReading)
    throw new AppError('invalid', 'no-model', 'No model is configured (CHAT_MODEL in .env).');
  const events = windowId
    ? await modelReading.rerun(importId, { document, windowId }, request.signal)
    : await modelReading.propose(importId, { document, ...(scope && { scope }) }, request.signal);
  return eventStream(events, request.signal);
});
