import { z } from 'zod';
import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';

const merge = z.object({
  ids: z.array(z.string()).min(1).max(1000),
  into: z.string(),
  /** What the person saw of them. */
  seen: z
    .array(z.object({ id: z.string(), basis: z.string() }))
    .max(1001)
    .optional(),
});

/** Questions that seem to be one, as far as the bank has been gone through. */
export const GET = route(async () => {
  const app = await getApp();
  return Response.json(await app.merges.proposals());
});

/** Makes questions one. */
export const POST = route(async (request) => {
  const { ids, into, seen } = await readJson(request, merge);
  const app = await getApp();
  await app.merges.merge(ids, into, seen);
  return new Response(null, { status: 204 });
});
