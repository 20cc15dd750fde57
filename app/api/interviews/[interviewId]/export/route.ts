import { download, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import type { InterviewContext } from '../../requests';

/** The report as a Markdown file. */
export const GET = route<InterviewContext>(async (_, { params }) => {
  const { interviews } = await getApp();
  const { fileName, markdown } = await interviews.exportReport((await params).interviewId);
  return download(markdown, fileName, 'text/markdown; charset=utf-8');
});
