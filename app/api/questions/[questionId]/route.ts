import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

type Context = { params: Promise<{ questionId: string }> };

/** One question with its newest key points. */
export const GET = route(async (_request, context: Context) => {
  const app = await getApp();
  return Response.json(await app.bank.question((await context.params).questionId));
});
