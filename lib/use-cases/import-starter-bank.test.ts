import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openDocumentReader } from '../adapters/documents';
import { openStorage, type Storage } from '../adapters/storage';
import { hashText } from '../domain/ids';
import type { DocumentReader } from '../ports';
import { fixedClock } from '../testing';
import { importDocuments } from '.';

/** The bank that ships with Viva through the real reader and the real database: what a person's own bank goes through. */
const BANK = readFileSync(new URL('../../data/banks/llm-fine-tuning.zh.md', import.meta.url), 'utf8');

let storage: Storage;
let reader: DocumentReader;
beforeAll(() => {
  storage = openStorage({ file: ':memory:' });
  reader = openDocumentReader();
});
afterAll(async () => {
  await reader.close();
  await storage.close();
});

async function importBank(text: string) {
  const ports = {
    bank: storage.bank,
    merges: storage.merges,
    reader,
    clock: fixedClock(),
    index: { refresh: vi.fn(async () => {}) },
    logger: { info: vi.fn(), warn: vi.fn(), error: vi.fn() },
  };
  const [document] = await importDocuments(ports, [
    { name: 'bank.md', bytes: new TextEncoder().encode(text) },
  ]);
  if (!document) throw new Error('no document came back');
  return document;
}

it('imports once, changes nothing the second time, and keeps every id through an edit', {
  timeout: 60_000,
}, async () => {
  const first = await importBank(BANK);
  expect(first.questions.length).toBeGreaterThanOrEqual(60);
  expect(first.status).toBe('new');

  const revision = await storage.bank.revision();
  expect(await importBank(BANK)).toMatchObject({ status: 'unchanged', retired: [] });
  expect(await storage.bank.revision()).toBe(revision);

  const stems = [...BANK.matchAll(/^### \d+\. (.+)$/gm)].map((match) => match[0]);
  const [reworded, dropped] = [stems[1] ?? '', stems[2] ?? ''];
  const from = BANK.indexOf(dropped);
  const edited = `${BANK.slice(0, from)}${BANK.slice(BANK.indexOf('### ', from + 4))}`
    .replace(reworded, reworded.replace(/\. (.+)$/, '. 请说明：$1'))
    .replace('# ', '# 修订版：');
  const second = await importBank(edited);
  expect(second.questions.map(({ id }) => id)).toEqual(
    first.questions.filter((_, index) => index !== 2).map(({ id }) => id),
  );
  expect(second.questions.filter(({ change }) => change === 'changed').map(({ id }) => id)).toEqual([
    first.questions[1]?.id,
  ]);
  expect(second.retired.map(({ id }) => id)).toEqual([first.questions[2]?.id]);

  await importBank(BANK);
  expect((await storage.bank.listQuestions()).map(({ id }) => id)).toEqual(
    first.questions.map(({ id }) => id),
  );
});

it('is known as a version that Viva came with, so that it is brought up to date one day', () => {
  const versions = readFileSync(new URL('../../data/banks/versions.json', import.meta.url), 'utf8');
  expect(JSON.parse(versions)['llm-fine-tuning.zh.md'].at(-1)).toBe(hashText(BANK));
});
