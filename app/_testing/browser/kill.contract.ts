import { expect } from 'vitest';
import type { InterviewView } from '@/lib/domain/interview';
import { type ApiMessage, postJson, say, sayAll, startOver, viewOf } from './api';

/** A message whose `stored` event reached the client. */
interface Acknowledged {
  interviewId: string;
  messageId: string;
  text: string;
  intent: string;
}

/** A server that can be killed and started again on the same data. */
export interface Mortal {
  readonly url: string;
  restart(how: 'kill'): Promise<void>;
}

/** What the scripted person says, over and over, whatever was asked. */
const COURSE: ApiMessage[] = [
  { intent: 'answer', text: '先看数据的质量，再看训练的目标。' },
  { intent: 'hint' },
  { intent: 'answer', text: '损失函数只对回答部分计算，学习率要小一些。' },
  { intent: 'discuss', text: '为什么是这样？' },
  { intent: 'answer', text: '显存主要花在优化器状态和激活上。' },
  { intent: 'next' },
  { intent: 'clarify', text: '题目是什么意思？' },
  { intent: 'answer', text: '可以用低秩矩阵代替全量更新。' },
];

/**
 * A person who is interviewed over HTTP without end and notes what was acknowledged. It survives the server: whatever
 * breaks off is simply over, and it goes on with the next message once the server is back.
 */
export class Person {
  readonly acknowledged: Acknowledged[] = [];
  /** Events seen so far; kills are timed by it. */
  seen = 0;
  private turn = 0;
  private interviewId: string | null = null;

  constructor(private readonly stand: Mortal) {}

  /** Talks until the server dies under it; `onEvent` sees each event as it comes. */
  async talkUntilCut(onEvent: (seen: number) => void): Promise<void> {
    for (;;) {
      const isAlive = await this.sayNext(onEvent).catch((error: unknown) => {
        if (isConnectionError(error)) return false;
        throw error;
      });
      if (!isAlive) return;
    }
  }

  private async sayNext(onEvent: (seen: number) => void): Promise<boolean> {
    const { url } = this.stand;
    const id = await this.openInterview();
    const { allowedIntents } = await viewOf(url, id);
    const wanted = COURSE[this.turn % COURSE.length] ?? { intent: 'next' };
    this.turn += 1;
    const message = allowedIntents.some((one) => one === wanted.intent) ? wanted : { intent: 'finish' };
    let isDone = false;
    for await (const { event, data } of say(url, id, { ...message, clientId: `turn-${this.turn}` })) {
      if (event === 'stored') this.note(id, String(data.messageId), message);
      isDone = event === 'done';
      this.seen += 1;
      onEvent(this.seen);
    }
    return isDone;
  }

  private note(interviewId: string, messageId: string, { text = '', intent = '' }: ApiMessage): void {
    this.acknowledged.push({ interviewId, messageId, text, intent });
  }

  private async openInterview(): Promise<string> {
    const { url } = this.stand;
    if (this.interviewId && (await viewOf(url, this.interviewId)).status === 'active')
      return this.interviewId;
    const mode = this.turn % 3 === 2 ? 'mock' : 'practice';
    this.interviewId = await startOver(url, { mode, kinds: ['open'], limit: 4, seed: this.turn });
    return this.interviewId;
  }
}

/** Whether the server went away, as against having refused. */
function isConnectionError(error: unknown): boolean {
  return (
    error instanceof TypeError || (error instanceof Error && /terminated|aborted|ECONN/.test(error.message))
  );
}

/** Kills the server after `events` further events, starts it again, and checks that nothing acknowledged is gone. */
export async function killAfter(stand: Mortal, person: Person, events: number): Promise<void> {
  const before = person.seen;
  let killed: Promise<void> | undefined;
  await person.talkUntilCut((seen) => {
    if (seen - before >= events) killed ??= stand.restart('kill');
  });
  expect(killed, 'the server was killed while the person talked').toBeDefined();
  await killed;
  await expectNothingLost(stand.url, person.acknowledged);
}

async function expectNothingLost(url: string, acknowledged: readonly Acknowledged[]): Promise<void> {
  const ids = [...new Set(acknowledged.map(({ interviewId }) => interviewId))];
  const views = new Map<string, InterviewView>();
  for (const id of ids) views.set(id, await viewOf(url, id));
  for (const { interviewId, messageId, text, intent } of acknowledged) {
    const said = views.get(interviewId)?.questions.flatMap(({ messages }) => messages) ?? [];
    const found = said.filter(({ id }) => id === messageId);
    expect(found, `${intent} ${messageId} was acknowledged`).toHaveLength(1);
    if (text !== '') expect(found[0]?.text).toBe(text);
  }
}

/** Every interview that is still open takes its lost grades again and can be finished. */
export async function expectAllGoOn(url: string, person: Person): Promise<void> {
  for (const id of new Set(person.acknowledged.map(({ interviewId }) => interviewId))) {
    const lost = await answersOf(url, id, 'ungraded');
    expect(await answersOf(url, id, 'grading')).toEqual([]);
    for (const answerId of lost) await sayAll(url, id, { intent: 'retry', answerId });
    const { status } = await viewOf(url, id);
    if (status === 'active') await sayAll(url, id, { intent: 'finish' });
    expect((await viewOf(url, id)).status).toBe('finished');
    expect(await answersOf(url, id, 'ungraded')).toEqual([]);
    const late = await postJson(`${url}/api/interviews/${id}/messages`, { intent: 'answer', text: '迟到' });
    expect(late.status).toBe(409);
  }
}

async function answersOf(url: string, interviewId: string, state: string): Promise<string[]> {
  const { questions } = await viewOf(url, interviewId);
  return questions.flatMap(({ answers }) => answers.filter((one) => one.state === state).map(({ id }) => id));
}
