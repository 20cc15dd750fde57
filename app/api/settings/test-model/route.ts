import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** Calls the configured chat model once: latency and what the endpoint can do. */
export const POST = route(async (request) => {
  const app = await getApp();
  return Response.json(await app.settings.testModel(request.signal));
});
