import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

type Context = { params: Promise<{ questionId: string }> };

/** Makes a merged question one of its own again. */
export const DELETE = route(async (_request, context: Context) => {
  const app = await getApp();
  await app.merges.split((await context.params).questionId);
  return new Response(null, { status: 204 });
});
