import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** Questions whose reference is doubted, once a look that is under way has ended; `?document=ID` narrows, and may be repeated. */
export const GET = route(async (request) => {
  const documents = new URL(request.url).searchParams.getAll('document');
  const app = await getApp();
  return Response.json({ questions: await app.doubts.list(documents.length > 0 ? documents : undefined) });
});
