import { describe, expect, it } from 'vitest';
import type { PreviewStore, StoredPreview } from '../../ports';
import { aReading } from '../../testing';

const preview: StoredPreview = {
  id: 'preview_1',
  expiresAt: 1000,
  sources: [
    { state: 'read', name: 'a.md', encoding: 'utf-8', text: '# 甲', reading: aReading() },
    {
      state: 'unreadable',
      name: 'b.bin',
      encoding: '',
      issue: { code: 'document-binary', severity: 'error', line: 1, message: 'b.bin is not text.' },
    },
  ],
};

/** What every preview store must do. `open` gives a fresh, empty one. */
export function previewStoreContract(open: () => Promise<PreviewStore>): void {
  describe('previews', () => {
    it('gives back what was saved until it is removed', async () => {
      const store = await open();
      await store.save(preview);
      expect(await store.find('preview_1')).toEqual(preview);
      await store.remove('preview_1');
      await store.remove('preview_1');
      expect(await store.find('preview_1')).toBeNull();
    });

    it('keeps what two change at once', async () => {
      const store = await open();
      await store.save(preview);
      const later = () =>
        store.update('preview_1', (found) => ({ ...found, expiresAt: found.expiresAt + 1 }));
      await Promise.all([later(), later(), later()]);
      expect(await store.find('preview_1')).toEqual({ ...preview, expiresAt: 1003 });
      expect(await store.update('preview_2', (found) => found)).toBeNull();
    });

    it('lets nobody change what is held, until it is let go', async () => {
      const store = await open();
      await store.save(preview);
      const change = () => store.update('preview_1', (found) => ({ ...found, expiresAt: 2000 }));
      const release = await store.hold('preview_1');
      for (const refused of [change(), store.hold('preview_1')])
        await expect(refused).rejects.toMatchObject({ kind: 'conflict', code: 'import-held' });
      expect(await store.find('preview_1')).toEqual(preview);
      release();
      expect(await change()).toMatchObject({ expiresAt: 2000 });
    });

    it('drops what has expired and keeps the rest', async () => {
      const store = await open();
      await store.save(preview);
      await store.save({ ...preview, id: 'preview_2', expiresAt: 1001 });
      await store.removeExpired(1000);
      expect(await store.find('preview_1')).toBeNull();
      expect(await store.find('preview_2')).not.toBeNull();
    });
  });
}
