import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openStorage } from './adapters/storage';
import { loadConfig } from './config';
import { aDocumentChange } from './testing';
import { createApp } from './wiring';

function temporaryConfig() {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'viva-wiring-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const environment = { DATA_DIR: dataDir, EMBEDDINGS: 'hashing', LOG_LEVEL: 'silent' };
  return loadConfig(environment);
}

async function served(config: ReturnType<typeof temporaryConfig>) {
  const app = await createApp(config);
  try {
    await app.prepareToServe();
    return (await app.bank.listQuestions({ limit: 1000 })).questions;
  } finally {
    await app.close();
  }
}

it('merges what an import that was ended before its last step left twice', async () => {
  const config = temporaryConfig();
  await served(config);
  const storage = openStorage({ file: path.join(config.dataDir, 'viva.sqlite') });
  const twin = { stem: '梯度裁剪解决什么问题？', answer: '限制梯度的范数。' };
  await storage.bank.saveDocument(aDocumentChange({ id: 'd_1', name: '一.md' }, [{ ...twin, id: 'q_1' }]));
  await storage.bank.saveDocument(aDocumentChange({ id: 'd_2', name: '二.md' }, [{ ...twin, id: 'q_2' }]));
  await storage.close();
  const questions = await served(config);
  expect(questions.filter(({ stem }) => stem === twin.stem)).toMatchObject([
    { id: 'q_1', otherReferences: [{ questionId: 'q_2' }] },
  ]);
});
