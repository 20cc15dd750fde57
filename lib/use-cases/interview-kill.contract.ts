import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { openStorage } from '../adapters/storage';
import { foldInterview } from '../domain/interview';
import { collect, interviewBench } from '../testing';
import { createInterviews } from './index';

/**
 * The program that is killed: it is interviewed for ever, going on where the last process broke off, and says every
 * event of every stream on standard output as it comes.
 */
const PERSON = `
import { writeSync } from 'node:fs';
const [file, run, storageModule, testingModule, useCases] = process.argv.slice(1);
const { openStorage } = await import(storageModule);
const { aDocumentChange, DISTINCT, interviewBench } = await import(testingModule);
const { createInterviews } = await import(useCases);
const storage = openStorage({ file });
if ((await storage.bank.countQuestions()) === 0) await storage.bank.saveDocument(aDocumentChange({}, DISTINCT));
const bench = interviewBench({ interviews: storage.interviews });
let count = 0;
const ids = { next: (prefix) => prefix + '_' + run + '_' + (count += 1), seed: () => count };
const interviews = createInterviews({ ...bench, bank: storage.bank, ids });
const texts = ['甲', '乙丙', '甲乙丙', '不知道'];
for (let turn = 0; ; turn += 1) {
  const open = (await interviews.list()).find(({ status }) => status === 'active');
  const mode = turn % 2 ? 'mock' : 'practice';
  const id = open ? open.id : (await interviews.start({ mode, limit: 3 })).id;
  const { allowedIntents } = await interviews.view(id);
  const wanted = ['answer', 'hint', 'answer', 'clarify', 'answer', 'discuss', 'next', 'answer', 'finish'][turn % 9];
  const intent = allowedIntents.includes(wanted) ? wanted : 'answer';
  for await (const event of await interviews.send(id, { intent, text: texts[turn % 4] })) {
    const messageId = event.event === 'stored' ? event.data.messageId : null;
    writeSync(1, JSON.stringify({ id, event: event.event, messageId }) + '\\n');
  }
}`;

interface Told {
  id: string;
  event: string;
  messageId: string | null;
}

function startPerson(file: string, run: number): ChildProcess {
  const modules = ['../adapters/storage/index.ts', '../testing/index.ts', './index.ts'].map(
    (path) => new URL(path, import.meta.url).href,
  );
  const options = ['--import', 'tsx', '--input-type=module', '--eval', PERSON, file, String(run), ...modules];
  return spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/**
 * Kills a running interview with SIGKILL after `events` events of its streams, and checks that every acknowledged
 * message is there, that every interview can be read, and that the one that was cut off goes on to its end.
 */
export async function killInterviewAfter(file: string, run: number, events: number): Promise<void> {
  const told = await runUntilKilled(file, run, events);
  const storage = openStorage({ file });
  try {
    for (const { id, messageId } of told.filter(({ event }) => event === 'stored')) {
      const log = (await storage.interviews.load(id)) ?? [];
      expect(log.map(({ sequence }) => sequence)).toEqual(log.map((_, index) => index + 1));
      const { version } = foldInterview(log.map(({ event }) => event));
      expect(version).toBe(log.length);
      const said = log.filter(({ event }) => event.type === 'said' && event.messageId === messageId);
      expect(said, `${messageId} was acknowledged`).toHaveLength(1);
    }
    await goOn(storage, `after_${run}`);
  } finally {
    await storage.close();
  }
}

async function runUntilKilled(file: string, run: number, events: number): Promise<Told[]> {
  const person = startPerson(file, run);
  const closed = once(person, 'close');
  if (!person.stdout) throw new Error('the person has no standard output');
  const told: Told[] = [];
  for await (const line of createInterface({ input: person.stdout })) {
    told.push(JSON.parse(line) as Told);
    if (told.length === events) person.kill('SIGKILL');
  }
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  return told;
}

/** Everything that broke off is shown as such, can be tried again, and the interview can be finished. */
async function goOn(storage: ReturnType<typeof openStorage>, prefix: string): Promise<void> {
  let count = 0;
  const next = () => {
    count += 1;
    return `m_${prefix}_${count}`;
  };
  const ids = { next, seed: () => 1 };
  const bench = interviewBench({ interviews: storage.interviews });
  const interviews = createInterviews({ ...bench, bank: storage.bank, ids });
  const open = (await interviews.list()).find(({ status }) => status === 'active');
  if (!open) return;
  const { questions } = await interviews.view(open.id);
  const answers = questions.flatMap((question) => question.answers);
  expect(answers.filter(({ state }) => state === 'grading')).toEqual([]);
  for (const { id: answerId } of answers.filter(({ state }) => state === 'ungraded'))
    await collect(await interviews.send(open.id, { intent: 'retry', text: '', answerId }));
  await collect(await interviews.send(open.id, { intent: 'next', text: '' }));
  const view = await interviews.view(open.id);
  if (view.status === 'active') await collect(await interviews.send(open.id, { intent: 'finish', text: '' }));
  const ended = await interviews.view(open.id);
  expect(ended.status).toBe('finished');
  expect(ended.questions.flatMap((question) => question.answers.map(({ state }) => state))).toEqual(
    ended.questions.flatMap((question) => question.answers.map(() => 'graded')),
  );
}
