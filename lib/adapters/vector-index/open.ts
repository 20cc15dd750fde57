import type { Notice } from '../../domain/errors';
import type { VectorIndexes, VectorIndexTag } from '../../ports';
import type { Engine } from './engine';
import { exactEngine } from './exact';
import { openHnswEngine } from './hnsw';
import { keepIndex, readIndex } from './persist';

export interface VectorIndexOptions {
  /** Where indexes are kept; made when missing. Everything in it may be deleted at any time. */
  dir: string;
  /** `exact` leaves hnswlib-node alone. Default: HNSW where it is installed. */
  engine?: 'exact';
  /** Told when an index could not be kept (disk full, read-only): it serves, and is built again next time. */
  onUnkept?: (error: unknown) => void;
}

/** Milliseconds of building after which other work gets its turn. */
const SLICE_MS = 10;

/** Opens the kept vector indexes: HNSW, or exact search where hnswlib-node cannot be had. */
export async function openVectorIndexes(options: VectorIndexOptions): Promise<VectorIndexes> {
  const { engine, notice } = await chooseEngine(options.engine);
  const indexes: VectorIndexes = {
    kind: engine.kind,
    load: (name, tag) => readIndex(engine, options.dir, name, tag),
    async build(name, tag, size, batches) {
      const { index, ids } = await fill(engine, tag, size, batches);
      await keepIndex(index, options.dir, name, tag, ids).catch(options.onUnkept ?? rethrow);
      return index;
    },
  };
  return notice ? { ...indexes, notice } : indexes;
}

async function chooseEngine(wanted?: 'exact'): Promise<{ engine: Engine; notice?: Notice }> {
  if (wanted === 'exact') return { engine: exactEngine };
  try {
    return { engine: await openHnswEngine() };
  } catch (error) {
    // Optional package: its absence is expected, and said.
    const message = `hnswlib-node ${lackOf(error)}, so vectors are searched exactly.`;
    return { engine: exactEngine, notice: { code: 'hnsw-missing', message } };
  }
}

/** A native part that was built for another Node wants something else than a package that is not there. */
function lackOf(error: unknown): string {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
  if (isMissing) return 'is not installed';
  return `cannot be loaded (${error instanceof Error ? error.message : String(error)})`;
}

async function fill(
  engine: Engine,
  tag: VectorIndexTag,
  size: number,
  batches: Parameters<VectorIndexes['build']>[3],
) {
  const index = engine.create(tag.dimensions, size);
  const ids: string[] = [];
  let sliceEnd = performance.now() + SLICE_MS;
  for await (const batch of batches) {
    for (const { id, vector } of batch) {
      index.add(id, vector);
      ids.push(id);
      if (performance.now() < sliceEnd) continue;
      await new Promise((resolve) => setImmediate(resolve));
      sliceEnd = performance.now() + SLICE_MS;
    }
  }
  return { index, ids };
}

function rethrow(error: unknown): never {
  throw error;
}
