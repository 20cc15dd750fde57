import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStorage, type Storage } from '../adapters/storage';
import type { Intent } from '../domain/interview';
import { aDocumentChange, collect, DISTINCT, interviewBench } from '../testing';
import { createInterviews, InterviewJobs, sendMessage, startInterview, viewInterview } from './index';

let folder: string;
let storage: Storage;

function open(): Storage {
  return openStorage({ file: path.join(folder, 'viva.sqlite') });
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'viva-interview-'));
  storage = open();
});

afterEach(async () => {
  await storage.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The bench over the real database; everything that lives in memory is new. */
function app() {
  return {
    ...interviewBench({ interviews: storage.interviews }),
    bank: storage.bank,
    jobs: new InterviewJobs(),
  };
}

const COURSE: [Intent, string][] = [
  ['hint', ''],
  ['answer', '甲'],
  ['answer', '乙'],
  ['discuss', '为什么？'],
  ['next', ''],
  ['skip', ''],
  ['reveal', ''],
  ['answer', '甲乙丙'],
  ['finish', ''],
];

describe('an interview over the database', () => {
  it('is the same after the process has gone, at every step', async () => {
    await storage.bank.saveDocument(aDocumentChange({}, DISTINCT));
    const first = app();
    const { ids } = first;
    const { id } = await startInterview(first, { mode: 'practice', kinds: ['open'], seed: 3 });
    for (const [intent, text] of COURSE) {
      const ports = { ...app(), ids };
      await collect(await sendMessage(ports, id, { intent, text }));
      const before = await viewInterview(ports, id);
      await storage.close();
      storage = open();
      expect(await viewInterview(app(), id)).toEqual(before);
    }
    const view = await viewInterview(app(), id);
    expect(view).toMatchObject({ status: 'finished', awaits: 'report' });
    expect(view.questions.map(({ status }) => status)).toEqual(['closed', 'skipped', 'closed']);
  });

  it('goes on after its document was removed', async () => {
    await storage.bank.saveDocument(aDocumentChange({}, DISTINCT));
    const ports = app();
    const interviews = createInterviews(ports);
    const { id, questions } = await interviews.start({ mode: 'practice', documents: ['bank.md'], seed: 3 });
    await storage.bank.removeDocument('d_1', '2026-01-01T00:00:00.000Z');
    const stem = questions[0]?.stem;
    await collect(await interviews.send(id, { intent: 'answer', text: '甲乙丙' }));
    await collect(await interviews.send(id, { intent: 'next', text: '' }));
    expect(await interviews.view(id)).toMatchObject({ status: 'finished', questions: [{ stem }] });
    expect((await interviews.report(id)).overall).toHaveLength(1);
  });

  it('asks first what the last interview did not', async () => {
    await storage.bank.saveDocument(aDocumentChange({}, DISTINCT));
    const interviews = createInterviews(app());
    const asked: (string | undefined)[] = [];
    for (let turn = 0; turn < DISTINCT.length; turn += 1) {
      asked.push((await interviews.start({ mode: 'practice', limit: 1, seed: 5 })).questions[0]?.questionId);
    }
    expect(new Set(asked).size).toBe(DISTINCT.length);
    expect(await interviews.list()).toHaveLength(DISTINCT.length);
  });
});
