import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { type AnswerContext, contestRequest } from '../../../../requests';

/** Objects to one verdict; answers once somebody has looked again. */
export const POST = route<AnswerContext>(async (request, { params }) => {
  const objection = await readJson(request, contestRequest);
  const { interviews } = await getApp();
  const { interviewId, answerId } = await params;
  return Response.json(await interviews.contest(interviewId, { ...objection, answerId }));
});
