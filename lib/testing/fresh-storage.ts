import { onTestFinished } from 'vitest';
import { openStorage, type Storage } from '../adapters/storage';

/** The real storage, empty and in memory; closed when the test that asked for it is over. */
export function freshStorage(): Storage {
  const storage = openStorage({ file: ':memory:' });
  onTestFinished(() => storage.close());
  return storage;
}
