import { describe, expect, it, vi } from 'vitest';
import type { AnswerView, InterviewView } from '@/lib/domain/interview';
import { interviewBench } from '@/lib/testing';
import { createInterviews } from '@/lib/use-cases';
import { POST as send } from '../messages/route';
import { GET as view } from '../route';
import { POST as compare } from './[answerId]/compare/route';
import { POST as contest } from './[answerId]/contest/route';
import { POST as override } from './[answerId]/override/route';

const app = vi.hoisted(() => ({ interviews: {} as unknown }));
vi.mock('@/app/_server', () => ({ getApp: async () => app }));

function post(body: unknown, headers: Record<string, string> = {}): Request {
  return new Request('http://127.0.0.1:3000/api/x', {
    method: 'POST',
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function graded() {
  const interviews = createInterviews(interviewBench());
  app.interviews = interviews;
  const { id } = await interviews.start({ mode: 'practice', questionIds: ['q_a'], seed: 1 });
  const stream = await send(post({ intent: 'answer', text: '甲' }), {
    params: Promise.resolve({ interviewId: id }),
  });
  await stream.text();
  const now = async () => {
    const request = new Request('http://127.0.0.1:3000/api/x', { headers: { host: '127.0.0.1:3000' } });
    const response = await view(request, { params: Promise.resolve({ interviewId: id }) });
    return (await response.json()) as InterviewView;
  };
  const answerId = (await now()).questions[0]?.answers[0]?.id ?? '';
  return { now, of: { params: Promise.resolve({ interviewId: id, answerId }) } };
}

describe('POST /api/interviews/:id/answers/:answerId', () => {
  it('/override keeps the person’s verdict, /contest has it looked at again', async () => {
    const { of, now } = await graded();
    const own = await override(post({ pointId: 'p2', verdict: 'covered', clientId: 'c1' }), of);
    const { answer, version } = (await own.json()) as { answer: AnswerView; version: number };
    expect(answer.overrides).toMatchObject([{ subject: { pointId: 'p2' }, verdict: 'covered' }]);
    expect(version).toBe((await now()).version);
    const looked = await contest(post({ pointId: 'p3', words: '我说了丙' }), of);
    expect(await looked.json()).toMatchObject({ answer: { appeals: [{ state: 'looked' }] } });
  });

  it('/compare says why there is nothing to compare', async () => {
    const { of } = await graded();
    const response = await compare(post({}), of);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { code: 'no-earlier-attempt' } });
  });

  it.each<[string, typeof contest, unknown, string]>([
    ['without a subject', contest, { words: '我说了' }, 'bad-field'],
    ['with two subjects', contest, { pointId: 'p2', claim: 'x', words: '我说了' }, 'bad-field'],
    ['without words', contest, { pointId: 'p2' }, 'bad-field'],
    ['with empty words', contest, { pointId: 'p2', words: '' }, 'text-required'],
    ['with a verdict that nobody knows', override, { pointId: 'p2', verdict: 'perfect' }, 'bad-field'],
    ['on a point that is not there', override, { pointId: 'p9', verdict: 'covered' }, 'unknown-point'],
  ])('refuses a request %s', async (_, route, body, code) => {
    const { of, now } = await graded();
    const { version } = await now();
    const response = await route(post(body), of);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code } });
    expect((await now()).version).toBe(version);
  });

  it.each([contest, override, compare])('takes nothing from a foreign page', async (route) => {
    const { of } = await graded();
    const response = await route(
      post({ pointId: 'p2', verdict: 'covered' }, { origin: 'http://evil.example' }),
      of,
    );
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'foreign-origin' } });
  });
});
