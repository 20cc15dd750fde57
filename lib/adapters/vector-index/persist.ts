import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { VectorIndex, VectorIndexTag } from '../../ports';
import type { Engine, EngineIndex } from './engine';

/** What lies beside the data: `NAME.json` names the data file, and is written last. */
const manifestSchema = z.object({
  format: z.literal(1),
  kind: z.enum(['hnsw', 'exact']),
  embedderId: z.string(),
  dimensions: z.number().int().positive(),
  contentHash: z.string(),
  dataFile: z.string().regex(/^[\w.-]+$/),
  sha256: z.string(),
  ids: z.array(z.string()),
});

/** Writes data, then manifest, each under a new name that is renamed when whole; then drops older data. */
export async function keepIndex(
  index: EngineIndex,
  dir: string,
  name: string,
  tag: VectorIndexTag,
  ids: readonly string[],
): Promise<void> {
  await mkdir(dir, { recursive: true });
  const dataFile = `${name}.${randomUUID()}.${index.kind}`;
  const file = path.join(/* turbopackIgnore: true */ dir, dataFile);
  await index.write(file);
  const sha256 = await hashFile(file);
  const manifest = { format: 1, kind: index.kind, ...tag, dataFile, sha256, ids };
  const manifestFile = path.join(dir, `${name}.json`);
  await writeFile(`${manifestFile}.${process.pid}.tmp`, JSON.stringify(manifest));
  await rename(`${manifestFile}.${process.pid}.tmp`, manifestFile);
  await dropOlder(dir, name, dataFile);
}

/** The kept index; null when it is missing, of another tag or kind, unreadable, or its bytes have changed. */
export async function readIndex(
  engine: Engine,
  dir: string,
  name: string,
  tag: VectorIndexTag,
): Promise<VectorIndex | null> {
  try {
    const text = await readFile(path.join(dir, `${name}.json`), 'utf8');
    const manifest = manifestSchema.parse(JSON.parse(text));
    const isSame =
      manifest.kind === engine.kind &&
      manifest.embedderId === tag.embedderId &&
      manifest.dimensions === tag.dimensions &&
      manifest.contentHash === tag.contentHash;
    if (!isSame) return null;
    const file = path.join(dir, manifest.dataFile);
    // The native reader trusts its file; a damaged one could end the process.
    if ((await hashFile(file)) !== manifest.sha256) return null;
    const index = await engine.read(file, tag.dimensions, manifest.ids);
    return index.size() === manifest.ids.length ? index : null;
  } catch {
    // A cache: whatever is wrong with it, it is built anew.
    return null;
  }
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

async function dropOlder(dir: string, name: string, dataFile: string): Promise<void> {
  const older = (await readdir(dir)).filter(
    (file) => /\.(hnsw|exact)$/.test(file) && file.startsWith(`${name}.`) && file !== dataFile,
  );
  await Promise.all(older.map((file) => rm(path.join(dir, file), { force: true })));
}
