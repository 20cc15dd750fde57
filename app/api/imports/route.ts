import { route } from '@/app/_http';
import { getApp } from '@/app/_server';
import { readUpload } from './read-upload';

/** Reads documents and says what importing them would do; the bank stays as it is. */
export const POST = route(async (request) => {
  const documents = await readUpload(request);
  const app = await getApp();
  return Response.json(await app.bank.previewImport(documents), { status: 201 });
});
