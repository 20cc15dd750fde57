import { route } from '@/app/_http';
import { getApp } from '@/app/_server';
import type { InterviewContext } from '../requests';

/** The whole interview: questions, messages, grades, and what comes next. */
export const GET = route<InterviewContext>(async (_, { params }) => {
  const { interviews } = await getApp();
  return Response.json(await interviews.view((await params).interviewId));
});
