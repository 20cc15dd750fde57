import { eventStream, readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { type InterviewContext, messageRequest } from '../../requests';

/** Sends a message; the events of what it leads to come as a stream, `stored` first. */
export const POST = route<InterviewContext>(async (request, { params }) => {
  const message = await readJson(request, messageRequest);
  const { interviews } = await getApp();
  // Resolves once the message is stored; a refusal is a status, not an event.
  const events = await interviews.send((await params).interviewId, message, request.signal);
  return eventStream(events, request.signal);
});
