import { z } from 'zod';
import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';

const body = z.object({
  reason: z.string().trim().min(1).max(1000),
  /** What the person saw of the question. */
  basis: z.string().max(100).optional(),
});

/** A person says that the reference of a question is wrong. */
export const POST = route(async (request, context: { params: Promise<{ questionId: string }> }) => {
  const { questionId } = await context.params;
  const { reason, basis } = await readJson(request, body);
  const app = await getApp();
  return Response.json({ doubt: await app.doubts.raise(questionId, reason, basis) }, { status: 201 });
});
