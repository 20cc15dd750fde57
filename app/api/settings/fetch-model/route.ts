import { eventStream, route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** Fetches the local embedding model: events `progress` {bytesDone, bytesTotal}, then `done` or `error`. */
export const POST = route(async (request) => {
  const app = await getApp();
  return eventStream(app.settings.fetchWeights(), request.signal);
});
