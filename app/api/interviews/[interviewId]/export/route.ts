import { route } from '@/app/_http';
import { getApp } from '@/app/_server';
import type { InterviewContext } from '../../requests';

/** The report as a Markdown file. */
export const GET = route<InterviewContext>(async (_, { params }) => {
  const { interviews } = await getApp();
  const { fileName, markdown } = await interviews.exportReport((await params).interviewId);
  const headers = {
    'content-type': 'text/markdown; charset=utf-8',
    'content-disposition': `attachment; filename="${fileName}"`,
    'x-content-type-options': 'nosniff',
  };
  return new Response(markdown, { headers });
});
