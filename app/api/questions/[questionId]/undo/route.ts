import { z } from 'zod';
import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';

const body = z.object({
  /** One step back, or all the way to what the document says. */
  to: z.enum(['previous', 'original']).default('previous'),
  /** What the person saw. */
  basis: z.string().max(100).optional(),
});

/** Takes back edits of a question, as a new step in its history. */
export const POST = route(async (request, context: { params: Promise<{ questionId: string }> }) => {
  const { questionId } = await context.params;
  const { to, basis } = await readJson(request, body);
  const app = await getApp();
  const takeBack = to === 'original' ? app.bank.restoreOriginal : app.bank.undoEdit;
  return Response.json(await takeBack(questionId, basis));
});
