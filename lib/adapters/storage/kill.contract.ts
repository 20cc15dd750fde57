import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { openStorage } from './open-storage';

const QUESTIONS = 100;

/**
 * The program that is killed: it appends an event, then saves a document, and says so on standard output once each is
 * acknowledged, for ever.
 */
const WRITER = `
import { writeSync } from 'node:fs';
const [file, storageModule, builders] = process.argv.slice(1);
const { openStorage } = await import(storageModule);
const { aDocumentChange } = await import(builders);
const { bank, interviews } = openStorage({ file });
if (!(await interviews.load('i_1'))) await interviews.create('i_1', []);
let last = (await interviews.load('i_1')).length;
for (;;) {
  await interviews.append('i_1', last, [{ type: 'noted', note: String(last + 1) }]);
  last += 1;
  writeSync(1, 'event ' + last + '\\n');
  const questions = Array.from({ length: ${QUESTIONS} }, (_, index) => ({ id: 'q_' + last + '_' + index }));
  await bank.saveDocument(aDocumentChange({ id: 'd_' + last, name: last + '.md' }, questions));
  writeSync(1, 'document d_' + last + '\\n');
}`;

function startWriter(file: string): ChildProcess {
  const modules = ['./index.ts', '../../testing/builders.ts'].map(
    (path) => new URL(path, import.meta.url).href,
  );
  const options = ['--import', 'tsx', '--input-type=module', '--eval', WRITER, file, ...modules];
  return spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/**
 * Starts a writer, kills it with SIGKILL as soon as it has acknowledged `acknowledgements` writes, and checks that the
 * file holds every acknowledged write, whole, and no part of another.
 */
export async function killAfter(file: string, acknowledgements: number): Promise<void> {
  const writer = startWriter(file);
  const said: string[] = [];
  const closed = once(writer, 'close');
  if (!writer.stdout) throw new Error('the writer has no standard output');
  for await (const line of createInterface({ input: writer.stdout })) {
    said.push(line);
    if (said.length === acknowledgements) writer.kill('SIGKILL');
  }
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  const storage = openStorage({ file });
  try {
    const events = (await storage.interviews.load('i_1')) ?? [];
    expect(events.map(({ event }) => event)).toEqual(
      events.map((_, index) => ({ type: 'noted', note: String(index + 1) })),
    );
    const documents = await storage.bank.listDocuments();
    expect(new Set(documents.map(({ questionCount }) => questionCount))).toEqual(new Set([QUESTIONS]));
    const held = new Set([
      ...events.map(({ sequence }) => `event ${sequence}`),
      ...documents.map(({ id }) => `document ${id}`),
    ]);
    expect(said.filter((line) => !held.has(line))).toEqual([]);
  } finally {
    await storage.close();
  }
}
