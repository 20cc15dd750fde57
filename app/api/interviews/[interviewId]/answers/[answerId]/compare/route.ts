import { route } from '@/app/_http';
import { getApp } from '@/app/_server';
import type { AnswerContext } from '../../../../requests';

/** How an attempt is told, compared with the one before it. */
export const POST = route<AnswerContext>(async (_, { params }) => {
  const { interviews } = await getApp();
  const { interviewId, answerId } = await params;
  return Response.json(await interviews.compare(interviewId, answerId));
});
