import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { startScriptedOpenAi } from '../../testing';
import { openEmbeddingModels } from './open';

const NOWHERE = path.join(os.tmpdir(), 'viva-no-models-here');

describe('openEmbeddingModels', () => {
  it.each(['auto', 'local'] as const)(
    '%s without weights is hashing until they are there',
    async (choice) => {
      const opened = await openEmbeddingModels({ choice, modelsDir: NOWHERE, endpoint: null }).open();
      expect(opened).toMatchObject({ embedder: { kind: 'hashing' }, lacksWeights: true });
      expect(opened.notice).toMatchObject({ code: 'local-model-absent' });
    },
  );

  it('hashing is hashing, and wants nothing else', async () => {
    const opened = await openEmbeddingModels({
      choice: 'hashing',
      modelsDir: NOWHERE,
      endpoint: null,
    }).open();
    expect(opened.lacksWeights).toBe(false);
    expect(opened.notice).toBeUndefined();
  });

  it.each(['auto', 'endpoint'] as const)('%s takes the endpoint where one is configured', async (choice) => {
    const server = await startScriptedOpenAi();
    const endpoint = { model: 'm', baseUrl: server.baseUrl };
    const opened = await openEmbeddingModels({ choice, modelsDir: NOWHERE, endpoint }).open();
    expect(opened.embedder.kind).toBe('endpoint');
    await server.close();
  });

  it('an endpoint that refuses leaves hashing, and says why', async () => {
    const server = await startScriptedOpenAi({ apiKey: 'right' });
    const endpoint = { model: 'm', baseUrl: server.baseUrl, apiKey: 'wrong' };
    const opened = await openEmbeddingModels({ choice: 'endpoint', modelsDir: NOWHERE, endpoint }).open();
    expect(opened).toMatchObject({ embedder: { kind: 'hashing' }, lacksWeights: false });
    expect(opened.notice).toMatchObject({
      code: 'embedder-unreachable',
      details: { said: expect.stringContaining('401') },
    });
    await server.close();
  });
});
