import { download, route } from '@/app/_http';
import { getApp } from '@/app/_server';

/** A consistent copy of the database, as a download. */
export const GET = route(async () => {
  const app = await getApp();
  const bytes = await app.settings.backup();
  return download(new Uint8Array(bytes), 'viva-backup.sqlite', 'application/vnd.sqlite3');
});
