import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openChatModel } from '../adapters/llm';
import { type AnswerTurn, type Grade, type Rubric, taskOf, verdictsPrompt } from '../domain/grading';
import type { InterviewEvent } from '../domain/interview';
import type { InterviewStore } from '../ports';
import { aQuestion, fixedClock, interviewBench, type ScriptedOpenAi, startScriptedOpenAi } from '../testing';
import { ensureRubric } from './extract-key-points';
import { withExemplars } from './find-exemplars';
import { gradeAnswer } from './grade-answer';
import { previewGrading } from './preview-grading';

const AT = '2026-01-01T00:00:00.000Z';
const question = aQuestion({
  stem: '布隆过滤器为什么省内存？',
  answer: '它只存一个位数组。每个元素用几个哈希函数映射到若干位。因此不保存元素本身。',
  otherReferences: [
    {
      questionId: 'q_other',
      documentName: 'b.md',
      lines: { start: 1, end: 2 },
      stem: '布隆过滤器的内存',
      answer: '位数组的大小由允许的误判率决定。',
    },
  ],
});
const turns: AnswerTurn[] = [
  { text: '只存位数组，不存元素。' },
  { prompt: '还有呢？', text: '用几个哈希函数。' },
];

let saved: Rubric[];
let interviews: InterviewStore;
let server: ScriptedOpenAi;
beforeEach(async () => {
  saved = [];
  interviews = interviewBench().interviews;
  server = await startScriptedOpenAi({});
});
afterEach(() => server.close());

function ports() {
  const bank = {
    findRubric: async () => saved.at(-1) ?? null,
    saveRubric: async (rubric: Rubric) => void saved.push(rubric),
    findDocument: async () => null,
  };
  return { bank, clock: fixedClock(), interviews };
}

/** An interview in which the question was answered, graded, and one verdict corrected by the person. */
async function storeCorrected(rubric: Rubric, text: string, isCorrected = true): Promise<void> {
  const [first] = rubric.points;
  if (!first) throw new Error('the rubric has no points');
  const grade: Grade = {
    score: 0,
    band: 0,
    points: rubric.points.map(({ id, text: point, core, weight }) => ({
      pointId: id,
      point,
      core,
      weight,
      verdict: 'missing',
      quote: null,
      note: '',
    })),
    falseClaims: [],
    flags: [],
    grader: { kind: 'llm', model: 'm' },
  };
  const events: InterviewEvent[] = [
    {
      type: 'started',
      at: AT,
      interviewId: text,
      mode: 'practice',
      language: 'zh',
      scope: {},
      limit: 1,
      seed: 1,
      recentIds: [],
    },
    { type: 'asked', at: AT, messageId: 'm1', question },
    { type: 'said', at: AT, messageId: 'm2', intent: 'answer', text },
    { type: 'graded', at: AT, answerId: 'm2', grade },
  ];
  if (isCorrected)
    events.push({
      type: 'overridden',
      at: AT,
      messageId: 'm3',
      answerId: 'm2',
      subject: { pointId: first.id },
      verdict: 'covered',
      machine: { verdict: 'missing', grader: { kind: 'llm', model: 'm' }, text: first.text },
    });
  await interviews.create(text, events);
}

describe('previewGrading', () => {
  it('shows exactly what is sent, several references, turns and corrected answers included', async () => {
    const rubric = await ensureRubric({ ...ports(), chat: null }, question);
    await storeCorrected(rubric, '位数组很小，元素本身没有存。');
    const preview = await previewGrading(ports(), { question, turns, language: 'zh' });
    const chat = openChatModel({ model: 'm', baseUrl: server.baseUrl, retries: 0 });
    const task = await withExemplars({ interviews }, taskOf(question, rubric.points, turns, 'zh'), rubric);
    const outcome = await gradeAnswer({ chat }, { task, rubric });
    expect(outcome.state).toBe('graded');
    expect(server.requests[0]?.body.messages).toEqual(preview.messages);
    expect(preview.prompt).toBe(verdictsPrompt);
    const shown = preview.messages.map(({ content }) => content).join('\n');
    expect(shown).toContain('<reference-2>');
    expect(shown).toContain('位数组很小，元素本身没有存。\n[verdicts ');
  });

  it('stores nothing, and keeps points that a model has extracted', async () => {
    const { rubric } = await previewGrading(ports(), { question, turns, language: 'zh' });
    expect(rubric.source).toBe('offline');
    expect(saved).toEqual([]);
    saved.push({ ...rubric, source: 'llm' });
    expect((await previewGrading(ports(), { question, turns, language: 'zh' })).rubric.source).toBe('llm');
  });
});

describe('withExemplars', () => {
  it('takes only answers whose verdicts the person corrected', async () => {
    const rubric = await ensureRubric({ ...ports(), chat: null }, question);
    await storeCorrected(rubric, '位数组很小，元素本身没有存。');
    await storeCorrected(rubric, '这一份没有人改判过，机器说了算。', false);
    const task = taskOf(question, rubric.points, turns, 'zh');
    const { exemplars } = await withExemplars({ interviews }, task, rubric);
    expect(exemplars).toMatchObject([
      { answer: '位数组很小，元素本身没有存。', by: 'person', points: [{ verdict: 'covered' }, {}, {}, {}] },
    ]);
    expect(exemplars?.[0]?.score).toBeGreaterThan(0);
    expect(await withExemplars({ interviews }, task, { questionId: 'q_none' })).toBe(task);
  });
});
