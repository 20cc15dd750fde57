import { afterEach, describe, expect, it } from 'vitest';
import { openChatModel } from '../adapters/llm';
import type { GradingTask, KeyPoint, Verdict } from '../domain/grading';
import { type Behaviour, behave, type Script, type ScriptedOpenAi, startScriptedOpenAi } from '../testing';
import { gradeAnswer } from './grade-answer';

const answer = '冻结预训练的原始权重，只训练旁路的两个低秩矩阵，推理前合并回去。';
const QUOTES = ['冻结预训练的原始权重', '两个低秩矩阵', '推理前合并回去', '冻结', '低秩'];
const points: KeyPoint[] = ['冻结原始权重', '只训练低秩矩阵', '推理前可合并', 'B 初始化为零', '缩放系数'].map(
  (text, index) => ({ id: `p${index + 1}`, text, weight: 1, core: true }),
);
const task: GradingTask = {
  question: 'LoRA 的原理是什么？',
  kind: 'open',
  references: ['冻结预训练的原始权重，只训练低秩矩阵，推理前可合并，B 初始化为零，用缩放系数控制。'],
  points,
  turns: [{ text: answer }],
  language: 'zh',
};

function verdicts(...given: Verdict[]): Behaviour {
  const items = given.map((verdict, index) => ({
    id: `p${index + 1}`,
    quote: verdict === 'missing' ? '' : QUOTES[index],
    verdict,
    note: '',
  }));
  return behave.json({ points: items, falseClaims: [], flags: [], referenceDoubt: '' });
}

let server: ScriptedOpenAi | undefined;
afterEach(() => server?.close());

async function grade(script: Script) {
  server = await startScriptedOpenAi({ script });
  const chat = openChatModel({
    model: 'm',
    baseUrl: server.baseUrl,
    retries: 0,
    timeoutMs: 2000,
    stallMs: 600,
  });
  const outcome = await gradeAnswer({ chat }, { task });
  if (outcome.state !== 'graded') throw new Error(outcome.message);
  return { grade: outcome.grade, requests: server.requests };
}

function pointIds(system: string): string[] {
  return system.slice(system.indexOf('<key-points>')).match(/^p\d+(?=:)/gm) ?? [];
}

/** Three of five: in the middle of band 3, as the offline grader sees it too. */
const CLEAR = verdicts('covered', 'covered', 'covered', 'missing', 'missing');
/** Two and a half of five: exactly where band 2 becomes band 3. */
const AT_EDGE = verdicts('covered', 'covered', 'partial', 'missing', 'missing');

describe('a further verdict call', () => {
  it('is not made where it would change nothing', async () => {
    const { grade: one, requests } = await grade([CLEAR]);
    expect(requests).toHaveLength(1);
    expect(one).toMatchObject({ score: 0.6, band: 3 });
    expect(one.secondCall ?? one.range).toBeUndefined();
  });

  it.each([
    ['near a band edge', AT_EDGE],
    ['against the offline grade', verdicts('missing', 'missing', 'missing', 'missing', 'missing')],
  ])('is made once, %s, with the points in reversed order', async (_, first) => {
    const { requests } = await grade((__, index) => (index === 0 ? first : CLEAR));
    expect(requests).toHaveLength(2);
    const [one = '', two = ''] = requests.map(({ body }) => body.messages?.[0]?.content ?? '');
    expect(pointIds(two)).toEqual(pointIds(one).toReversed());
    // What comes before the points is the same, so that the provider finds it in its cache.
    expect(two.slice(0, two.indexOf('<key-points>'))).toBe(one.slice(0, one.indexOf('<key-points>')));
  });

  it('confirms a grade, and its tokens are counted', async () => {
    const { grade: once } = await grade([CLEAR]);
    await server?.close();
    const { grade: twice } = await grade([AT_EDGE, AT_EDGE]);
    expect(twice).toMatchObject({ score: 0.5, band: 3, secondCall: { state: 'agreed' } });
    expect(twice.range).toBeUndefined();
    expect(twice.usage?.inputTokens).toBe(2 * (once.usage?.inputTokens ?? 0));
    expect(twice.usage?.outputTokens).toBeGreaterThan(once.usage?.outputTokens ?? 0);
  });

  it('that disagrees leaves the stricter verdicts and a range', async () => {
    const stricter = verdicts('covered', 'partial', 'missing', 'missing', 'missing');
    const { grade: ranged } = await grade([AT_EDGE, stricter]);
    expect(ranged).toMatchObject({
      score: 0.3,
      band: 2,
      secondCall: { state: 'differed' },
      range: { low: 2, high: 3 },
    });
    expect(ranged.points.map(({ verdict }) => verdict).slice(0, 3)).toEqual([
      'covered',
      'partial',
      'missing',
    ]);
    expect(ranged.points.map(({ pointId }) => pointId)).toEqual(points.map(({ id }) => id));
  });

  it('that disagrees within a band leaves no range', async () => {
    const first = verdicts('covered', 'covered', 'partial', 'missing', 'missing');
    const second = verdicts('covered', 'partial', 'covered', 'missing', 'missing');
    const { grade: low } = await grade([first, second]);
    expect(low).toMatchObject({ score: 0.4, band: 2, range: { low: 2, high: 3 } });
    await server?.close();
    const wrong = verdicts('contradicted', 'missing', 'missing', 'missing', 'missing');
    const none = verdicts('missing', 'missing', 'missing', 'missing', 'missing');
    const { grade: zero } = await grade([wrong, none]);
    expect(zero).toMatchObject({ score: 0, band: 0, secondCall: { state: 'differed' } });
    expect(zero.range).toBeUndefined();
  });

  it.each<[string, Behaviour, string]>([
    ['429', behave.rateLimit(3600), 'rate-limited'],
    ['500', behave.fail(500), 'unavailable'],
    ['no reply', behave.hang(), 'timeout'],
    ['a stalled reply', behave.stall('{"points":['), 'timeout'],
    ['a cut connection', behave.cut('{"points":['), 'cut-reply'],
    ['a cut reply', behave.tooLong('{"points":[{"id":"p1"'), 'cut-reply'],
    ['prose', behave.say('9/10'), 'unreadable-reply'],
    ['no verdict', verdicts(), 'unreadable-reply'],
    ['a refusal', behave.refuse(), 'refused'],
    ['a filtered reply', behave.filtered(), 'refused'],
    ['an empty reply', behave.empty(), 'empty-reply'],
  ])('that fails (%s) leaves the first grade standing and says so', async (_name, fault, reason) => {
    const { grade: first } = await grade((_request, index) => (index === 0 ? AT_EDGE : fault));
    expect(first).toMatchObject({ score: 0.5, band: 3, secondCall: { state: 'failed', reason } });
    expect(first.range).toBeUndefined();
  });
});
