import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { cosine, embeddingContract } from './contract';
import { type LocalEmbedder, openLocalEmbedder } from './local';
import { openEmbeddingModels } from './open';
import { weightFiles } from './weight-files';

const MODELS = fileURLToPath(new URL('../../../../shared/models', import.meta.url));
const HAS_RUNTIME = existsSync(new URL('../../../node_modules/onnxruntime-node', import.meta.url));
const HAS_WEIGHTS = existsSync(weightFiles(MODELS).model.path);

describe.skipIf(!HAS_RUNTIME || !HAS_WEIGHTS)('with the real weights', () => {
  let opened: Promise<LocalEmbedder> | null = null;
  const open = () => (opened ??= openLocalEmbedder(MODELS));
  afterAll(async () => (await opened)?.close());

  embeddingContract('local', open);

  it('reads words of our field whatever their case', async () => {
    const [upper, lower, other] = await (await open()).embedDocuments(['LoRA', 'lora', 'RLHF']);
    expect(cosine(upper, lower)).toBeCloseTo(1, 3);
    expect(cosine(upper, other)).toBeLessThan(0.95);
  });

  it('finds the same meaning in other words', async () => {
    const embedder = await open();
    const query = await embedder.embedQuery('怎样避免模型把学过的东西忘掉');
    const [same, other] = await embedder.embedDocuments(['如何防止灾难性遗忘？', '如何选择批大小？']);
    expect(cosine(query, same)).toBeGreaterThan(cosine(query, other));
  });

  it('gives the same vector alone and in a batch of mixed lengths', async () => {
    const embedder = await open();
    const alone = await embedder.embedQuery('什么是奖励模型');
    const batch = await embedder.embedDocuments(['短', '什么是奖励模型', '一段很长的话。'.repeat(200)]);
    expect(cosine(alone, batch[1])).toBeGreaterThan(0.99);
  });

  it('answers a query before documents that wait', async () => {
    const embedder = await open();
    const order: string[] = [];
    const documents = embedder
      .embedDocuments(Array.from({ length: 200 }, (_, index) => `第 ${index} 段文字`))
      .then(() => order.push('documents'));
    const query = embedder.embedQuery('问题').then(() => order.push('query'));
    await Promise.all([documents, query]);
    expect(order).toEqual(['query', 'documents']);
  });

  it('starts one thread for two who ask at once', async () => {
    const models = openEmbeddingModels({ choice: 'local', modelsDir: MODELS, endpoint: null });
    const [one, other] = await Promise.all([models.open(), models.open()]);
    expect(one.embedder).toBe(other.embedder);
    await models.close();
  });

  it('is chosen when its weights are there', async () => {
    const models = openEmbeddingModels({ choice: 'auto', modelsDir: MODELS, endpoint: null });
    const { embedder, notice } = await models.open();
    expect(embedder.kind).toBe('local');
    expect(notice).toBeUndefined();
    await models.close();
    await expect(embedder.embedQuery('x')).rejects.toMatchObject({
      kind: 'unavailable',
      code: 'embedder-ended',
    });
  });
});

describe.skipIf(!HAS_RUNTIME)('with weights that are not weights', () => {
  it('fails with what is wrong, and hashing takes its place', async () => {
    const dir = mkdtempSync(path.join(os.tmpdir(), 'viva-models-'));
    const files = weightFiles(dir);
    mkdirSync(path.dirname(files.model.path), { recursive: true });
    writeFileSync(files.model.path, Buffer.alloc(files.model.bytes));
    writeFileSync(files.tokenizer.path, Buffer.alloc(files.tokenizer.bytes));
    await expect(openLocalEmbedder(dir)).rejects.toMatchObject({ code: 'weights-unreadable' });
    const models = openEmbeddingModels({ choice: 'local', modelsDir: dir, endpoint: null });
    const { embedder, notice, lacksWeights } = await models.open();
    expect(embedder.kind).toBe('hashing');
    expect(notice).toMatchObject({
      code: 'local-model-failed',
      message: expect.stringMatching(/cannot run/),
    });
    expect(lacksWeights).toBe(false);
    rmSync(dir, { recursive: true });
  });
});
