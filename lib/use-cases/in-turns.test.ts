import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { inTurns } from './in-turns';

let now = 0;
beforeEach(() => {
  now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
});
afterEach(() => vi.restoreAllMocks());

/** Steps that each take four milliseconds. */
function* steps(count: number, done: number[]) {
  for (let step = 0; step < count; step += 1) {
    now += 4;
    done.push(step);
    yield;
  }
}

it('lets other work go first after a few milliseconds', async () => {
  const done: number[] = [];
  const seen: number[] = [];
  const look = () => {
    seen.push(done.length);
    if (done.length < 9) setImmediate(look);
  };
  setImmediate(look);
  expect(await inTurns(steps(9, done))).toBe(true);
  expect(done).toHaveLength(9);
  expect(seen.slice(0, 2)).toEqual([3, 6]);
});

it('ends early when it is told to', async () => {
  const done: number[] = [];
  const ending = new AbortController();
  setImmediate(() => ending.abort());
  expect(await inTurns(steps(1000, done), ending.signal)).toBe(false);
  expect(done.length).toBeLessThan(10);
});
