import { route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** A consistent copy of the database, as a download. */
export const GET = route(async () => {
  const app = await getApp();
  const bytes = await app.settings.backup();
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.sqlite3',
      'content-disposition': 'attachment; filename="viva-backup.sqlite"',
      'cache-control': 'no-store',
    },
  });
});
