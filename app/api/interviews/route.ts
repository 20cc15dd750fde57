import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { startRequest } from './requests';

/** The latest interviews, newest first. */
export const GET = route(async () => {
  const { interviews } = await getApp();
  return Response.json({ interviews: await interviews.list() });
});

/** Starts an interview and asks its first question. */
export const POST = route(async (request) => {
  const input = await readJson(request, startRequest);
  const { interviews } = await getApp();
  return Response.json(await interviews.start(input), { status: 201 });
});
