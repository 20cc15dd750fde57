import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** The bank at a glance: documents, topics, kinds. */
export const GET = route(async () => {
  const app = await getApp();
  return Response.json(await app.bank.overview());
});
