import { z } from 'zod';
import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';

type Context = { params: Promise<{ doubtId: string }> };

const change = z.object({ state: z.enum(['open', 'dismissed', 'confirmed']) });

/** What a person says of a doubt. */
export const PATCH = route(async (request, context: Context) => {
  const { state } = await readJson(request, change);
  const app = await getApp();
  return Response.json({ doubt: await app.doubts.settle((await context.params).doubtId, state) });
});
