import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** Embeds one sentence with the embedder in use: latency and dimensions. */
export const POST = route(async () => {
  const app = await getApp();
  return Response.json(await app.settings.testEmbedder());
});
