import { describe, expect, it } from 'vitest';
import { collect, gate } from '../testing';
import { sideBySide } from './side-by-side';

/** Work that ends when its door is opened, or with 'stopped' when it is told to end. */
function doors(count: number) {
  const begun: number[] = [];
  const opened = Array.from({ length: count }, () => gate());
  const work = async (item: number, signal: AbortSignal) => {
    begun.push(item);
    const stopped = new Promise<string>((resolve) =>
      signal.addEventListener('abort', () => resolve(`${item} stopped`), { once: true }),
    );
    return Promise.race([stopped, opened[item]?.wait.then(() => `${item} done`)]);
  };
  return { begun, work, open: (item: number) => opened[item]?.open() };
}

describe('sideBySide', () => {
  it('works on so many at once and gives results as they come', async () => {
    const { begun, work, open } = doors(3);
    const results = sideBySide([0, 1, 2], 2, work);
    const first = results.next();
    expect(begun).toEqual([0, 1]);
    open(1);
    expect(await first).toEqual({ done: false, value: '1 done' });
    const second = results.next();
    await Promise.resolve();
    expect(begun).toEqual([0, 1, 2]);
    open(2);
    expect((await second).value).toBe('2 done');
    open(0);
    expect(await collect(results)).toEqual(['0 done']);
  });

  it('begins nothing new once it is told to end, and ends what is under way', async () => {
    const { begun, work } = doors(3);
    const ending = new AbortController();
    const results = collect(sideBySide([0, 1, 2], 2, work, ending.signal));
    ending.abort();
    expect((await results).sort()).toEqual(['0 stopped', '1 stopped']);
    expect(begun).toEqual([0, 1]);
  });

  it('ends what is under way when nobody listens any more', async () => {
    const { begun, work, open } = doors(3);
    open(0);
    const ended: unknown[] = [];
    const telling = (item: number, signal: AbortSignal) => work(item, signal).finally(() => ended.push(item));
    for await (const result of sideBySide([0, 1, 2], 2, telling)) {
      expect(result).toBe('0 done');
      break;
    }
    expect(begun).toEqual([0, 1]);
    expect(ended).toEqual([0, 1]);
  });
});
