// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  FIRST_ANSWER,
  makeAnswer,
  makeGrade,
  makeGradedInterview,
  makeInterview,
  makeMessage,
  makeQuestion,
} from '@/app/_testing/fixtures';
import { composerField, freshBrowserForEachTest, openRoom } from '@/app/_testing/interview-room';
import { type Reply, scriptFetch } from '@/app/_testing/scripted-fetch';
import type { InterviewView } from '@/lib/domain/interview';

const push = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push, refresh: () => {} }) }));

freshBrowserForEachTest();
afterEach(() => void push.mockClear());

const type = (text: string) => fireEvent.change(composerField(), { target: { value: text } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

/** A server that answers messages by `stream` and shows `after` from then on. */
function serve(stream: Reply, after: InterviewView) {
  return scriptFetch((method) => (method === 'POST' ? stream : { json: after }));
}

describe('answering', () => {
  test('what is typed is sent as an answer, and the feedback takes its place', async () => {
    const after = makeGradedInterview();
    const requests = serve(
      {
        events: [
          ['stored', { messageId: 'm1', intent: 'answer' }],
          ['verdicts', { answerId: 'm1', state: 'graded', grade: makeGrade() }],
          ['done', { version: 6, awaits: 'follow-up' }],
        ],
      },
      after,
    );
    openRoom(makeInterview());
    type(FIRST_ANSWER);
    fireEvent.keyDown(composerField(), { key: 'Enter', ctrlKey: true });
    const card = await screen.findByTestId('feedback-card');
    expect(requests[0]).toMatchObject({ method: 'POST', body: { intent: 'answer', text: FIRST_ANSWER } });
    expect(within(card).getByTestId('band').textContent).toBe('基本');
    await waitFor(() => expect(screen.getByText('追问 · 优化器')).toBeDefined());
    expect(composerField().value).toBe('');
    expect(document.activeElement?.textContent).toContain('基本');
  });

  test('an empty answer cannot be sent', () => {
    openRoom(makeInterview());
    type('   ');
    expect(screen.getByTestId<HTMLButtonElement>('send').disabled).toBe(true);
  });

  test('the draft outlives the page', () => {
    openRoom(makeInterview());
    type('写到一半');
    cleanup();
    openRoom(makeInterview());
    expect(composerField().value).toBe('写到一半');
  });

  test('when the server is gone the draft stays, and the second try carries the same id', async () => {
    let isGone = true;
    const requests = scriptFetch((method) => {
      if (isGone) return 'unreachable';
      return method === 'POST'
        ? { events: [['stored', { messageId: 'm1' }]] }
        : { json: makeGradedInterview() };
    });
    openRoom(makeInterview());
    type('不会丢');
    press('发送');
    await screen.findByTestId('unreachable');
    expect(composerField().value).toBe('不会丢');
    isGone = false;
    press('发送');
    await screen.findByTestId('feedback-card');
    const sent = requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(sent).toHaveLength(2);
    expect(sent[0]).toEqual(sent[1]);
  });

  test('what was written for a question that another tab left is not sent elsewhere, and can be read still', async () => {
    const next = makeQuestion({ index: 1, questionId: 'q_2', stem: '第二题', answers: [] });
    const moved = makeInterview({
      questions: [makeQuestion({ status: 'skipped' }), next],
      current: 1,
      version: 3,
    });
    const requests = scriptFetch((method) =>
      method === 'POST'
        ? { status: 409, json: { error: { kind: 'conflict', code: 'question-moved', message: 'Moved.' } } }
        : { json: moved },
    );
    openRoom(makeInterview());
    type('给第一题的回答');
    press('发送');
    expect((await screen.findByRole('alert')).textContent).toContain('没有发出');
    expect(requests[0]).toMatchObject({ body: { questionId: 'q_1', intent: 'answer' } });
    await waitFor(() => expect(composerField().value).toBe(''));
    press(/^第 1 题/);
    expect(screen.getByTestId('unsent-draft').textContent).toContain('给第一题的回答');
  });

  test('another tab’s work is said in words', async () => {
    scriptFetch((method) =>
      method === 'POST'
        ? { status: 409, json: { error: { kind: 'conflict', code: 'busy', message: 'Busy.' } } }
        : { json: makeInterview() },
    );
    openRoom(makeInterview());
    press('跳过');
    expect((await screen.findByRole('alert')).textContent).toContain('另一个标签页');
  });
});

describe('feedback', () => {
  test('every verdict has a word, and the quotes stand marked in the person’s own words', () => {
    openRoom(makeGradedInterview());
    expect(screen.getAllByTestId('verdict').map(({ textContent }) => textContent)).toEqual(
      expect.arrayContaining(['提到了', '不完整', '未提到', '与参考相反']),
    );
    const marks = within(screen.getByTestId('own-bubble')).getAllByRole('link');
    expect(marks.map(({ textContent }) => textContent)).toEqual([
      '原来的参数都不动',
      '只训练两个小矩阵',
      '推理的时候会慢一点',
    ]);
    for (const mark of marks) {
      const point = document.querySelector(mark.getAttribute('href') ?? '');
      expect(point?.querySelector(`a[href="#${mark.id}"]`)).not.toBeNull();
    }
  });

  test('a mark and its point light up together', () => {
    openRoom(makeGradedInterview());
    const [mark] = within(screen.getByTestId('own-bubble')).getAllByRole('link');
    if (!mark) throw new Error('no mark');
    fireEvent.mouseEnter(mark);
    const [first, second] = screen.getAllByTestId('point');
    expect(first?.dataset.active).toBeDefined();
    expect(second?.dataset.active).toBeUndefined();
    fireEvent.mouseLeave(mark);
    expect(first?.dataset.active).toBeUndefined();
  });

  test('offline a band without digits, by a model with digits', () => {
    openRoom(makeGradedInterview());
    expect(screen.getByRole('heading', { name: /基本/ }).textContent).not.toMatch(/\d/);
    cleanup();
    const [question] = makeGradedInterview().questions;
    const answers = [
      makeAnswer({ grade: makeGrade({ grader: { kind: 'llm', model: 'some-model' }, score: 0.523 }) }),
    ];
    openRoom(makeGradedInterview({ questions: [{ ...makeQuestion(), ...question, answers }] }));
    expect(screen.getByRole('heading', { name: /基本/ }).textContent).toContain('52 / 100');
  });

  test('a second attempt says what changed', () => {
    const better = makeGrade({
      points: makeGrade().points.map((point) =>
        point.pointId === 'p3' ? { ...point, verdict: 'covered' as const, quote: '优化器状态也变小' } : point,
      ),
    });
    const answers = [
      makeAnswer(),
      makeAnswer({ id: 'm2', attempt: 2, text: '优化器状态也变小', grade: better }),
    ];
    const messages = [makeMessage(), makeMessage({ id: 'm2', text: '优化器状态也变小' })];
    openRoom(makeInterview({ questions: [makeQuestion({ answers, messages })], awaits: 'next' }));
    expect(screen.getByText('未提到 → 提到了')).toBeDefined();
    press('第 1 次回答');
    expect(screen.queryByText('未提到 → 提到了')).toBeNull();
  });

  test('ungraded: why, that it is saved, and three ways on', async () => {
    const answer = makeAnswer({ state: 'ungraded', ungraded: { reason: 'timeout', message: '' } });
    const { grade: _, critique: __, ...ungraded } = answer;
    const view = makeInterview({
      questions: [makeQuestion({ answers: [ungraded], messages: [makeMessage()] })],
      awaits: 'next',
      allowedIntents: ['answer', 'reveal', 'next', 'retry', 'finish'],
    });
    const requests = serve({ events: [['stored', { messageId: 'x' }]] }, view);
    openRoom(view);
    expect(screen.getByRole('heading', { name: '未评分' })).toBeDefined();
    expect(screen.getByText(/没有按时回复。 你的回答已保存。/)).toBeDefined();
    expect(screen.queryByTestId('band')).toBeNull();
    press('先看离线估计');
    await waitFor(() =>
      expect(requests[0]?.body).toMatchObject({ intent: 'retry', answerId: 'm1', estimate: true }),
    );
  });

  test('a cut critique keeps the grade and can go on', async () => {
    const answers = [makeAnswer({ critique: { text: '写到一半', state: 'cut' } })];
    const view = makeInterview({
      questions: [makeQuestion({ answers, messages: [makeMessage()] })],
      awaits: 'next',
    });
    const requests = serve({ events: [['stored', { messageId: 'x' }]] }, view);
    openRoom(view);
    expect(screen.getByText('点评没有写完')).toBeDefined();
    press('继续');
    await waitFor(() => expect(requests[0]?.body).toMatchObject({ intent: 'retry', answerId: 'm1' }));
  });

  test('asking is told apart from answering, and switching keeps the draft', () => {
    openRoom(makeGradedInterview());
    type('为什么？');
    expect(screen.getByText('和前面的回答一起评分')).toBeDefined();
    press('问一问');
    expect(screen.getByText('只是提问，不影响评分')).toBeDefined();
    expect(composerField().value).toBe('为什么？');
  });
});

describe('a second answer', () => {
  const graded = makeQuestion({ answers: [makeAnswer()], messages: [makeMessage()] });
  const view = makeInterview({
    questions: [graded],
    awaits: 'next',
    allowedIntents: ['answer', 'discuss', 'next', 'finish'],
  });
  const stored: Reply = { events: [['stored', { messageId: 'm2' }]] };

  test('adds to the first one, and says that both are graded together', async () => {
    const requests = serve(stored, view);
    openRoom(view);
    expect(screen.getByText('和前面的回答一起评分')).toBeDefined();
    type('优化器状态也变小');
    press('发送');
    await waitFor(() =>
      expect(requests[0]?.body).toMatchObject({
        intent: 'answer',
        text: '优化器状态也变小',
        supplement: true,
      }),
    );
  });

  test('is graded alone when the person answers again, with what was typed so far', async () => {
    const requests = serve(stored, view);
    openRoom(view);
    type('从头说：');
    press('再答一次');
    expect(screen.getByText('重新作答（单独评分）')).toBeDefined();
    expect(composerField().value).toBe('从头说：');
    press('发送');
    await waitFor(() => expect(requests[0]?.body).toMatchObject({ intent: 'answer', text: '从头说：' }));
    expect(requests[0]?.body).not.toHaveProperty('supplement');
    await waitFor(() => expect(screen.getByText('和前面的回答一起评分')).toBeDefined());
  });

  test('answers the follow-up while one is open', async () => {
    const requests = serve(stored, makeGradedInterview());
    openRoom(makeGradedInterview());
    expect(screen.queryByRole('radio', { name: '重新作答' })).toBeNull();
    type('优化器的动量');
    press('发送');
    await waitFor(() => expect(requests[0]?.body).toMatchObject({ intent: 'answer' }));
    expect(requests[0]?.body).not.toHaveProperty('supplement');
  });

  test('to a choice question always stands alone', async () => {
    const options = ['A', 'B'].map((label) => ({ label, text: `选项 ${label}` }));
    const again = { ...view, questions: [{ ...graded, kind: 'choice' as const, options }] };
    const requests = serve(stored, again);
    openRoom(again);
    expect(screen.getByText('重新作答（单独评分）')).toBeDefined();
    expect(screen.queryByRole('radio', { name: '补充回答' })).toBeNull();
    fireEvent.click(screen.getByTestId('option-A'));
    press('发送');
    await waitFor(() => expect(requests[0]?.body).toMatchObject({ intent: 'answer', text: 'A' }));
    expect(requests[0]?.body).not.toHaveProperty('supplement');
  });
});

test('the code that a question asks about stands under its stem', () => {
  const context = '```python\nprint(2 ** 3)\n```';
  openRoom(makeInterview({ questions: [makeQuestion({ stem: '输出是什么？', context })] }));
  expect(screen.getByTestId('question-stem').textContent).toBe('输出是什么？');
  expect(screen.getByTestId('question-context').querySelector('pre')?.textContent).toContain('print(2 ** 3)');
});

describe('choice questions', () => {
  const choice = makeQuestion({
    kind: 'choice',
    stem: '哪一项对？',
    options: ['A', 'B', 'C'].map((label) => ({ label, text: `选项 ${label}` })),
  });

  test('a letter typed anywhere, or a tap, chooses; the reason goes below it', async () => {
    const view = makeInterview({ questions: [choice] });
    const requests = serve({ events: [['stored', { messageId: 'm1' }]] }, view);
    openRoom(view);
    fireEvent.keyDown(document.body, { key: 'b' });
    expect(screen.getByTestId('option-B').getAttribute('aria-pressed')).toBe('true');
    fireEvent.click(screen.getByTestId('option-C'));
    expect(screen.getByTestId('option-B').getAttribute('aria-pressed')).toBe('false');
    type('因为它最短');
    press('发送');
    await waitFor(() => expect(requests[0]?.body).toMatchObject({ intent: 'answer', text: 'C\n因为它最短' }));
  });

  test('are graded by the option, which is no estimate', () => {
    const grade = makeGrade({ choice: { chosen: 'B', correct: 'B', isRight: true }, points: [], band: 5 });
    openRoom(makeInterview({ questions: [{ ...choice, answers: [makeAnswer({ grade })] }] }));
    const card = screen.getByTestId('feedback-card');
    expect(card.textContent).toContain('按选项判定');
    expect(card.textContent).not.toContain('离线估计');
  });

  test('of a question that is only looked at, no letter chooses', () => {
    openRoom(makeInterview({ questions: [choice], status: 'finished', current: null }));
    fireEvent.keyDown(document.body, { key: 'b' });
    expect(screen.getByTestId('option-B').getAttribute('aria-pressed')).toBe('false');
  });
});

describe('mock interviews', () => {
  const held = makeQuestion({ answers: [makeAnswer({ state: 'held' })], messages: [makeMessage()] });
  const { grade: _, critique: __, ...answer } = held.answers[0] ?? makeAnswer();
  const view = makeInterview({
    mode: 'mock',
    limit: 3,
    questions: [{ ...held, answers: [answer] }],
    budget: { minutes: 30, endsAt: new Date(Date.now() + 90_000).toISOString() },
  });

  test('the clock is late in the last two minutes, and there is no feedback', () => {
    openRoom(view);
    expect(screen.getByRole('timer').dataset.late).toBeDefined();
    expect(screen.queryByTestId('feedback-card')).toBeNull();
  });

  test('handing in says what is unanswered, and leads to the report', async () => {
    serve({ events: [['stored', { messageId: 'x' }]] }, { ...view, status: 'finished', current: null });
    openRoom(view);
    press('交卷');
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText(/还有 2 题没有回答：第 2、3 题。/)).toBeDefined();
    fireEvent.click(within(dialog).getByRole('button', { name: '交卷' }));
    await waitFor(() => expect(push).toHaveBeenCalledWith('/report/i_1'));
  });
});

test('when the time is over the mock interview is handed in', async () => {
  const view = makeInterview({ mode: 'mock', budget: { minutes: 5, endsAt: new Date(0).toISOString() } });
  const requests = serve(
    { events: [['stored', { messageId: 'x' }]] },
    { ...view, status: 'finished', current: null },
  );
  openRoom(view);
  await waitFor(() => expect(push).toHaveBeenCalledWith('/report/i_1'));
  expect(requests[0]?.body).toMatchObject({ intent: 'finish' });
});

test('hostile words of the person and of the model are words', () => {
  const text = '<img src=x onerror=alert(1)> [x](javascript:alert(1))';
  const messages = [makeMessage({ text }), makeMessage({ id: 'r', role: 'examiner', kind: 'discuss', text })];
  openRoom(makeInterview({ questions: [makeQuestion({ messages })] }));
  expect(document.querySelector('img, a[href^="javascript"]')).toBeNull();
  expect(screen.getByTestId('own-bubble').textContent).toContain('<img src=x');
});

test('in English every word is English', () => {
  const { container } = openRoom(
    makeInterview({ questions: [makeQuestion({ stem: 'Why LoRA?', topics: [] })] }),
    'en',
  );
  expect(container.textContent).not.toMatch(/\p{Script=Han}/u);
});
