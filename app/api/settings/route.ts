import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** What grades, what searches, where the data lies. */
export const GET = route(async () => {
  const app = await getApp();
  return Response.json(await app.settings.read());
});
