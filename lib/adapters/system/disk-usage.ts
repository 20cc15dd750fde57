import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** Bytes below a folder; 0 when it does not exist. A file that vanishes while it is counted counts as nothing. */
export async function diskUsage(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(nothingThere<Dirent[]>([]));
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const inside = path.join(folder, entry.name);
      if (entry.isDirectory()) return diskUsage(inside);
      return stat(inside).then((found) => found.size, nothingThere(0));
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function nothingThere<T>(value: T): (error: unknown) => T {
  return (error) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return value;
    throw error;
  };
}
