import { describe, expect, it } from 'vitest';
import type { VectorCache } from '../../ports';

/** What every vector cache must do. `open` gives a fresh, empty one. */
export function vectorCacheContract(open: () => Promise<VectorCache>): void {
  describe('vectors', () => {
    it('gives back to Float32 precision what was saved, and leaves out what was not', async () => {
      const cache = await open();
      const vector = Array.from({ length: 512 }, (_, index) => Math.sin(index));
      await cache.save('local@1', new Map([['h1', vector]]));
      const found = await cache.find('local@1', ['h1', 'h2']);
      expect([...found.keys()]).toEqual(['h1']);
      expect(found.get('h1')).toEqual(vector.map(Math.fround));
    });

    it('keeps embedders apart', async () => {
      const cache = await open();
      await cache.save('a', new Map([['h', [1, 0]]]));
      expect((await cache.find('b', ['h'])).size).toBe(0);
    });

    it('keeps the first vector of a text', async () => {
      const cache = await open();
      await cache.save('a', new Map([['h', [1, 0]]]));
      await cache.save('a', new Map([['h', [0, 1]]]));
      expect((await cache.find('a', ['h'])).get('h')).toEqual([1, 0]);
    });

    it('takes thousands at once, and none', async () => {
      const cache = await open();
      const many = new Map(Array.from({ length: 3000 }, (_, index) => [`h${index}`, [index]]));
      await cache.save('a', many);
      await cache.save('a', new Map());
      expect(await cache.find('a', [...many.keys()])).toEqual(many);
      expect((await cache.find('a', [])).size).toBe(0);
    });
  });
}
