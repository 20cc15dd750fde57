import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { type AnswerContext, overrideRequest } from '../../../../requests';

/** Sets the person’s own verdict beside the machine’s, or takes it back. */
export const POST = route<AnswerContext>(async (request, { params }) => {
  const objection = await readJson(request, overrideRequest);
  const { interviews } = await getApp();
  const { interviewId, answerId } = await params;
  return Response.json(await interviews.override(interviewId, { ...objection, answerId }));
});
