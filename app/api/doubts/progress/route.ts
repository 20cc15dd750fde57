import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** How far the look over the references has come that is under way; `progress` is null when there is none. */
export const GET = route(async () => {
  const app = await getApp();
  return Response.json({ progress: app.doubts.progress() });
});
