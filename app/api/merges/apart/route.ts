import { z } from 'zod';
import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';

const apart = z.object({ id: z.string(), others: z.array(z.string()).min(1).max(1000) });

/** Remembers that a question is none of the others. */
export const POST = route(async (request) => {
  const { id, others } = await readJson(request, apart);
  const app = await getApp();
  await app.merges.keepApart(id, others);
  return new Response(null, { status: 204 });
});
