import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { loadConfig } from '../../lib/config';
import type { EmbeddingModels } from '../../lib/ports';
import { type LookupParts, openLookupParts } from '../../lib/wiring/lookup-parts';
import { note } from '../command';
import { readCorpus } from './lookup-corpus';
import { measureQuality } from './lookup-quality';
import { measureSpeed } from './lookup-speed';

const SIZES = [163, 10_000, 100_000];

/**
 * Quality on rewordings (MRR@10, recall@10) and speed of look-up at three sizes. Uses the local model where its
 * weights are in MODELS_DIR; says so in `embedder` otherwise.
 */
export async function run(): Promise<Record<string, unknown>> {
  const config = loadConfig();
  const dir = await mkdtemp(path.join(os.tmpdir(), 'viva-bench-'));
  const parts = await openLookupParts(config, dir);
  const [hashing, local] = [parts.embeddingModels('hashing'), parts.embeddingModels('local')];
  try {
    return await measure(parts, hashing, local);
  } finally {
    await Promise.all([hashing.close(), local.close(), rm(dir, { recursive: true, force: true })]);
  }
}

async function measure(
  parts: LookupParts,
  hashing: EmbeddingModels,
  local: EmbeddingModels,
): Promise<Record<string, unknown>> {
  const corpus = readCorpus(loadConfig({}).starterBankFile, path.resolve('data/fixtures/paraphrases.jsonl'));
  const { embedder, notice } = await local.open();
  if (notice) note(`bench: lookup: ${notice.message}`);
  const embedders = [(await hashing.open()).embedder, ...(embedder.kind === 'local' ? [embedder] : [])];
  const quality = await measureQuality(corpus, embedders, parts.glossary);
  const real = {
    stems: await embedder.embedDocuments(corpus.stems),
    answers: await embedder.embedDocuments(corpus.answers),
    queries: await embedder.embedDocuments(corpus.rewordings.map(({ text }) => text)),
  };
  const indexes = { approximate: parts.vectorIndexes, exact: parts.exactIndexes };
  const speed: Record<string, unknown>[] = [];
  for (const size of SIZES) {
    note(`bench: lookup: ${size} questions …`);
    speed.push(await measureSpeed(size, corpus, real, indexes, embedder, parts.glossary));
  }
  return { embedder: embedder.id, quality, speed };
}
