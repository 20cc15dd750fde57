import { route } from '@/app/_http';
import { getApp } from '@/app/_server';
import type { InterviewContext } from '../../requests';

/** The report, also of an interview that still goes on. */
export const GET = route<InterviewContext>(async (_, { params }) => {
  const { interviews } = await getApp();
  return Response.json(await interviews.report((await params).interviewId));
});
