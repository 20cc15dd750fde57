import { readJson, route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { startRequest } from './requests';

export const GET = route(async () => {
  const { interviews } = await getApp();
  return Response.json({ interviews: await interviews.list() });
});

export const POST = route(async (request) => {
  const input = await readJson(request, startRequest);
  const { interviews } = await getApp();
  return Response.json(await interviews.start(input), { status: 201 });
});
