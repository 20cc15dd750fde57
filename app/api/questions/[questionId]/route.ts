import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { questionChange } from '../requests';

type Context = { params: Promise<{ questionId: string }> };

/** One question with its newest key points, the history of its edits, and what an edit of it must name as its basis. */
export const GET = route(async (_request, context: Context) => {
  const app = await getApp();
  return Response.json(await app.bank.question((await context.params).questionId));
});

/** Changes what the question says: the fields given, null taking one away. */
export const PATCH = route(async (request, context: Context) => {
  const { questionId } = await context.params;
  const change = await readJson(request, questionChange);
  const app = await getApp();
  return Response.json(await app.bank.editQuestion({ questionId, ...change }));
});
