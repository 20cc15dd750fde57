import type { Kysely } from 'kysely';
import { AppError } from '../../domain/errors';
import type { PreviewSource, PreviewStore, StoredPreview } from '../../ports';
import { inWriteTransaction } from './connection';
import type { Schema } from './schema';

export function createPreviewStore(db: Kysely<Schema>): PreviewStore {
  const held = new Set<string>();
  return {
    async hold(id) {
      refuseHeld(held, id);
      held.add(id);
      return () => void held.delete(id);
    },
    save: (preview) => write(db, preview),
    find: (id) => read(db, id),
    update: (id, change) =>
      inWriteTransaction(db, async (tx) => {
        const found = await read(tx, id);
        if (!found) return null;
        refuseHeld(held, id);
        const changed = change(found);
        await write(tx, changed);
        return changed;
      }),
    async remove(id) {
      await db.deleteFrom('import_previews').where('id', '=', id).execute();
    },
    async removeExpired(now) {
      await db.deleteFrom('import_previews').where('expires_at', '<=', now).execute();
    },
  };
}

function refuseHeld(held: ReadonlySet<string>, id: string): void {
  if (!held.has(id)) return;
  const message = 'This import is being written into the bank, so it cannot be changed.';
  throw new AppError('conflict', 'import-held', message, { details: { id } });
}

async function write(db: Kysely<Schema>, preview: StoredPreview): Promise<void> {
  const row = { expires_at: preview.expiresAt, sources_json: JSON.stringify(preview.sources) };
  await db
    .insertInto('import_previews')
    .values({ id: preview.id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

async function read(db: Kysely<Schema>, id: string): Promise<StoredPreview | null> {
  const row = await db.selectFrom('import_previews').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  return { id: row.id, expiresAt: row.expires_at, sources: JSON.parse(row.sources_json) as PreviewSource[] };
}
