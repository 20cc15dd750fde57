import { describe, expect, it } from 'vitest';
import { AppError } from '../../domain/errors';
import { toAppError, withAppErrors } from './errors';

function engineError(code: string, message = 'engine says no'): Error {
  return Object.assign(new Error(message), { code });
}

describe('toAppError', () => {
  it.each([
    ['SQLITE_BUSY', 'database-busy', 'unavailable', true],
    ['SQLITE_BUSY_SNAPSHOT', 'database-busy', 'unavailable', true],
    ['SQLITE_CORRUPT_VTAB', 'database-corrupt', 'internal', false],
    ['SQLITE_FULL', 'disk-full', 'unavailable', true],
    ['SQLITE_READONLY', 'database-unreachable', 'unavailable', false],
    ['ERR_DLOPEN_FAILED', 'sqlite-not-built', 'unavailable', false],
    ['SQLITE_CONSTRAINT', 'database-failed', 'internal', false],
  ])('%s becomes %s', (code, expected, kind, isRetryable) => {
    const cause = engineError(code);
    expect(toAppError(cause, '/data/viva.sqlite')).toMatchObject({
      code: expected,
      kind,
      isRetryable,
      cause,
    });
  });

  it('knows a native part that is missing or built for another Node by its words', () => {
    const missing = new Error('Could not locate the bindings file. Tried: …');
    expect(toAppError(missing, 'f').message).toContain('npm rebuild better-sqlite3');
    expect(toAppError(new Error('compiled against NODE_MODULE_VERSION 93'), 'f').code).toBe(
      'sqlite-not-built',
    );
  });
});

describe('withAppErrors', () => {
  it('turns what a method throws into an AppError and lets an AppError through', async () => {
    const own = new AppError('conflict', 'moved-on', 'Moved on.');
    const store = withAppErrors(
      {
        busy: () => Promise.reject(engineError('SQLITE_BUSY')),
        conflict: () => Promise.reject(own),
        fine: async (value: number) => value + 1,
      },
      'f',
    );
    await expect(store.busy()).rejects.toMatchObject({ code: 'database-busy' });
    await expect(store.conflict()).rejects.toBe(own);
    expect(await store.fine(1)).toBe(2);
  });
});
