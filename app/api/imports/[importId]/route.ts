import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

type Context = { params: Promise<{ importId: string }> };

/** The preview again, against the bank as it is now. */
export const GET = route(async (_request, context: Context) => {
  const app = await getApp();
  return Response.json(await app.bank.getImport((await context.params).importId));
});

/** Forgets the preview. */
export const DELETE = route(async (_request, context: Context) => {
  const app = await getApp();
  await app.bank.discardImport((await context.params).importId);
  return new Response(null, { status: 204 });
});
