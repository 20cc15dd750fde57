import os from 'node:os';
import path from 'node:path';
import { loadConfig } from '../../lib/config';
import type { EmbeddingModel } from '../../lib/ports';
import { openLookupParts } from '../../lib/wiring/lookup-parts';
import { readCorpus } from './lookup-corpus';
import { round, timed } from './timing';

const SHORT_TEXTS = 1000;

/** Embedding speed in texts per second, short (rewordings) and long (answers), and the memory the model takes. */
export async function run(): Promise<Record<string, unknown>> {
  const config = loadConfig();
  const corpus = readCorpus(loadConfig({}).starterBankFile, path.resolve('data/fixtures/paraphrases.jsonl'));
  const parts = await openLookupParts(config, path.join(os.tmpdir(), 'viva-bench-unused'));
  const figures: Record<string, unknown> = {};
  for (const choice of ['hashing', 'local'] as const) {
    const models = parts.embeddingModels(choice);
    const before = process.memoryUsage.rss();
    let opened: Awaited<ReturnType<typeof models.open>> | null = null;
    const openMs = await timed(async () => {
      opened = await models.open();
    });
    const { embedder, notice } = opened ?? (await models.open());
    figures[choice] =
      embedder.kind === choice
        ? {
            openMs: round(openMs),
            ...(await measure(
              embedder,
              corpus.rewordings.map(({ text }) => text),
              corpus.answers,
              before,
            )),
          }
        : { skipped: notice?.message };
    await models.close();
  }
  return figures;
}

async function measure(
  embedder: EmbeddingModel,
  short: readonly string[],
  long: readonly string[],
  rssBefore: number,
): Promise<Record<string, unknown>> {
  const texts = Array.from({ length: SHORT_TEXTS }, (_, index) => short[index % short.length] ?? '');
  const oneMs = await timed(() => embedder.embedQuery(texts[0] ?? ''));
  const shortMs = await timed(() => embedder.embedDocuments(texts));
  const longMs = await timed(() => embedder.embedDocuments([...long]));
  return {
    queryMs: round(oneMs),
    shortTextsPerSecond: round((texts.length / shortMs) * 1000),
    longTextsPerSecond: round((long.length / longMs) * 1000),
    meanLongCharacters: Math.round(long.reduce((sum, text) => sum + text.length, 0) / long.length),
    memoryMb: round((process.memoryUsage.rss() - rssBefore) / 1e6),
  };
}
