import { z } from 'zod';
import { readQuery, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { DIFFICULTY_LEVELS } from '@/lib/domain/question-bank';

const query = z.object({
  text: z.string().max(2000).optional(),
  document: z.string().optional(),
  topic: z.string().optional(),
  kind: z.enum(['open', 'choice']).optional(),
  difficulty: z.enum(DIFFICULTY_LEVELS).optional(),
  /** The band of the last graded attempt. */
  lastBand: z.union([z.literal('none'), z.coerce.number().int().min(0).max(5)]).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});

/** Questions that can be asked: browsed, or looked up by words. */
export const GET = route(async (request) => {
  const given = [...new URL(request.url).searchParams].filter(([, value]) => value !== '');
  const asked = readQuery(Object.fromEntries(given), query);
  const app = await getApp();
  return Response.json(await app.bank.listQuestions(asked));
});
