import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openChatModel } from '../adapters/llm';
import type { BankSearch, ChatModel, QuestionSoFar } from '../ports';
import { aQuestion, behave, collect, type ScriptedOpenAi, startScriptedOpenAi } from '../testing';
import { askFollowUp, clarifyQuestion, discussAnswer, giveHint } from '.';

const point = '冻结预训练权重，只训练两个低秩矩阵';
const soFar: QuestionSoFar = {
  question: aQuestion({ stem: 'LoRA 为什么能省显存？', answer: `${point}。` }),
  rubric: {
    id: 'r',
    questionId: 'q',
    points: [{ id: 'p1', text: point, weight: 1, core: true }],
    source: 'offline',
    basisHash: 'h',
    createdAt: '2026-01-01T00:00:00.000Z',
  },
  turns: [{ text: '不太清楚' }],
  language: 'zh',
};
const grade = {
  score: 0,
  band: 0 as const,
  points: [
    { pointId: 'p1', point, core: true, weight: 1, verdict: 'missing' as const, quote: null, note: '' },
  ],
  falseClaims: [],
  flags: [],
  grader: { kind: 'offline' as const },
};
const search: BankSearch = {
  questions: async () => [],
  passages: async () => [],
  status: () => ({ embedderId: 'none', state: 'ready', entries: 0, index: 'exact' }),
};

let server: ScriptedOpenAi;
let chat: ChatModel;
beforeAll(async () => {
  server = await startScriptedOpenAi();
  chat = openChatModel({ model: 'scripted', baseUrl: server.baseUrl, retries: 0 });
});
afterAll(() => server.close());

const saying = (text: string) => server.setScript(() => behave.say(text));
const safe = '想一想哪些参数真的在更新？';
const leaking = '答案是冻结预训练权重，对吗？';

describe('what the model says before the reference is shown', () => {
  it.each([
    ['a safe follow-up is asked', { text: safe, about: '参数' }, safe, 'model'],
    ['a follow-up that gives the point away is replaced', { text: leaking, about: '参数' }, null, 'offline'],
    ['a reply of another shape is replaced', { question: safe }, null, 'offline'],
  ])('%s', async (_, reply, expected, origin) => {
    saying(JSON.stringify(reply));
    const followUp = await askFollowUp({ chat }, { soFar, grade, asked: [] });
    expect(followUp?.origin).toBe(origin);
    if (expected) expect(followUp?.text).toBe(expected);
    expect(followUp?.text).not.toContain('冻结预训练');
  });

  it.each([1, 2] as const)('hint %i that gives a point away is replaced', async (step) => {
    saying(JSON.stringify({ text: leaking }));
    const hint = await giveHint({ chat }, { soFar, step, open: [] });
    expect(hint.origin).toBe('offline');
    expect(hint.text).not.toContain('冻结预训练权重');
  });

  it('a model that is silent does not keep the person waiting: the rules speak', async () => {
    server.setScript(() => behave.hang());
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(AbortSignal.abort(new DOMException('', 'TimeoutError')));
    expect(await giveHint({ chat }, { soFar, step: 1, open: [] })).toMatchObject({ origin: 'offline' });
    expect(await askFollowUp({ chat }, { soFar, grade, asked: [] })).toMatchObject({ origin: 'offline' });
    const events = await collect(clarifyQuestion({ chat, search }, { soFar, asked: '' }));
    expect(events.at(-1)).toMatchObject({ state: 'complete', origin: 'offline' });
  });

  it('the third hint never asks the model', async () => {
    const before = server.requests.length;
    expect((await giveHint({ chat }, { soFar, step: 3, open: [] })).text).toContain('＿＿');
    expect(server.requests.length).toBe(before);
  });

  it('a clarification that gives the point away is replaced, none of it shown', async () => {
    saying(leaking);
    const events = await collect(clarifyQuestion({ chat, search }, { soFar, asked: '什么意思' }));
    expect(JSON.stringify(events)).not.toContain('冻结预训练');
    expect(events.at(-1)).toMatchObject({ type: 'end', origin: 'offline' });
  });

  it('no follow-up is asked when no core point is open', async () => {
    const covered = {
      ...grade,
      points: grade.points.map((each) => ({ ...each, verdict: 'covered' as const, quote: 'x' })),
    };
    expect(await askFollowUp({ chat }, { soFar, grade: covered, asked: [] })).toBeNull();
  });
});

describe('a clarification without a model', () => {
  it('explains a common word only where it is the subject', async () => {
    const place = (id: string, title: string) => ({
      score: 1,
      question: aQuestion({ id, stem: title, answer: '训练是按数据更新参数的过程。' }),
    });
    const asking = {
      ...soFar,
      question: aQuestion({ id: 'own', stem: '训练要多久？', answer: '看数据量。' }),
    };
    const found = async (title: string) => {
      const events = await collect(
        clarifyQuestion(
          { chat: null, search: { ...search, questions: async () => [place('other', title)] } },
          { soFar: asking, asked: '' },
        ),
      );
      return JSON.stringify(events).includes('更新参数的过程');
    };
    expect(await found('训练分哪几个阶段')).toBe(true);
    expect(await found('这份题库怎么用')).toBe(false);
  });

  it('explains what the person asks about, though the question does not name it', async () => {
    const place = {
      score: 1,
      question: aQuestion({ id: 'other', stem: '什么是早停？', answer: '验证集不再变好就停。' }),
    };
    const question = aQuestion({ id: 'own', stem: '上线的流程是什么？', answer: '先灰度。' });
    const events = await collect(
      clarifyQuestion(
        { chat: null, search: { ...search, questions: async (text) => (text === '早停' ? [place] : []) } },
        { soFar: { ...soFar, question }, asked: '早停是什么意思？' },
      ),
    );
    expect(JSON.stringify(events)).toContain('验证集不再变好就停');
    expect(events.at(-1)).toMatchObject({ sources: [{ id: 'other' }] });
  });

  it('says what the question asks for where there is nothing to explain', async () => {
    const unrelated = {
      score: 1,
      question: aQuestion({ id: 'other', stem: '数据清洗的流程', answer: '先去重，流程走完后抽查。' }),
    };
    const question = aQuestion({ id: 'own', stem: '上线的流程是什么？', answer: '先灰度。' });
    const events = await collect(
      clarifyQuestion(
        { chat: null, search: { ...search, questions: async () => [unrelated] } },
        { soFar: { ...soFar, question }, asked: '这道题是什么意思' },
      ),
    );
    const text = events.map((event) => (event.type === 'delta' ? event.text : '')).join('');
    expect(text).toContain('这道题要的是做法');
    expect(text).not.toContain('去重');
    expect(events.at(-1)).toMatchObject({ origin: 'offline', sources: [] });
  });
});

describe('a discussion', () => {
  it('streams what the model says', async () => {
    saying('因为只存少量参数的状态。');
    const events = await collect(discussAnswer({ chat, search }, { soFar, asked: '为什么' }));
    const text = events.map((event) => (event.type === 'delta' ? event.text : '')).join('');
    expect(text).toBe('因为只存少量参数的状态。');
    expect(events.at(-1)).toMatchObject({ type: 'end', state: 'complete', origin: 'model' });
  });

  it('answers a complaint from the grade, without a model', async () => {
    const events = await collect(
      discussAnswer(
        { chat: null, search },
        { soFar: { ...soFar, grade }, asked: '为什么扣分了，我明明说了' },
      ),
    );
    const text = events.map((event) => (event.type === 'delta' ? event.text : '')).join('');
    expect(text).toContain(`**还没说到** ${point}`);
    expect(text).toContain('申诉');
  });

  it('looks first for what the person brings up', async () => {
    const place = (id: string, stem: string, answer: string) => ({
      score: 1,
      question: aQuestion({ id, stem, answer }),
    });
    const near = [1, 2, 3, 4].map((n) => place(`n${n}`, `近处 ${n}`, '别的内容。'));
    const questions = async (text: string) =>
      text.includes(soFar.question.stem)
        ? near
        : [place('far', '无关', '别的。'), place('new', 'QLoRA 是什么', '量化。')];
    const events = await collect(
      discussAnswer({ chat: null, search: { ...search, questions } }, { soFar, asked: '那 QLoRA 呢？' }),
    );
    const text = events.map((event) => (event.type === 'delta' ? event.text : '')).join('');
    expect(text.indexOf('QLoRA 是什么')).toBeGreaterThan(0);
    expect(text.indexOf('QLoRA 是什么')).toBeLessThan(text.indexOf('近处 1'));
    expect(text).not.toContain('无关');
  });

  it('says that no model is configured, without one', async () => {
    const events = await collect(discussAnswer({ chat: null, search }, { soFar, asked: '为什么' }));
    expect(events[0]).toMatchObject({ type: 'delta', text: expect.stringContaining('没有配置模型') });
  });
});
