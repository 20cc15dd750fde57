// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeAnswer, makeGrade } from '@/app/_testing/fixtures';
import { render } from '@/app/_testing/render';
import { type Reply, scriptFetch } from '@/app/_testing/scripted-fetch';
import type { AnswerView } from '@/lib/domain/interview';
import { FalseClaims } from '../false-claims';
import { GradeHead } from '../grade-head';
import { Points } from '../points';
import { AttemptComparison } from './attempt-comparison';
import { PersonalGrade } from './personal-grade';
import { type Recourse, RecourseProvider } from './recourse-context';
import { Regrading } from './regrading';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const llm = { kind: 'llm' as const, model: 'examiner-1' };

function open(change: Partial<AnswerView> = {}, around: Partial<Recourse> = {}, language?: 'zh' | 'en') {
  const answer = makeAnswer(change);
  const grade = answer.grade ?? makeGrade();
  const recourse: Recourse = {
    interviewId: 'i_1',
    answer,
    grader: { kind: 'offline' },
    isBusy: false,
    isRegrading: false,
    regrade: vi.fn(),
    refresh: vi.fn(async () => undefined),
    ...around,
  };
  render(
    <RecourseProvider value={recourse}>
      <PersonalGrade answer={answer} />
      <Points grade={grade} answerId={answer.id} />
      <FalseClaims claims={grade.falseClaims} answerId={answer.id} />
      <Regrading />
    </RecourseProvider>,
    language,
  );
  return recourse;
}

const row = (name: string) => within(screen.getByText(name).closest('li') as HTMLElement);
const startContest = (name: string) =>
  fireEvent.click(row(name).getByRole('button', { name: /^对这一条申诉/ }));
const words = () => screen.getByTestId<HTMLTextAreaElement>('appeal-words');
const write = (text: string) => fireEvent.change(words(), { target: { value: text } });
const ok: Reply = { json: { answer: makeAnswer(), version: 2 } };

describe('contesting', () => {
  test('opens a panel with the focus in it; what is written goes out with Ctrl+Enter, and the page shows what came of it', async () => {
    const requests = scriptFetch(() => ok);
    const { refresh } = open();
    startContest('优化器状态随可训练参数变小');
    expect(document.activeElement).toBe(words());
    expect(screen.getByRole('button', { name: '请求复核' }).hasAttribute('disabled')).toBe(true);
    write('这一点我说到了：要存的梯度少很多');
    fireEvent.keyDown(words(), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    expect(requests).toMatchObject([
      {
        method: 'POST',
        path: '/api/interviews/i_1/answers/m1/contest',
        body: { pointId: 'p3', words: '这一点我说到了：要存的梯度少很多' },
      },
    ]);
    await waitFor(() => expect(screen.queryByTestId('appeal-words')).toBeNull());
    expect(document.activeElement?.textContent).toBe('申诉');
  });

  test('Esc leaves and gives the focus back', () => {
    open();
    startContest('优化器状态随可训练参数变小');
    fireEvent.keyDown(words(), { key: 'Escape' });
    expect(screen.queryByTestId('appeal-words')).toBeNull();
    expect(document.activeElement?.getAttribute('aria-expanded')).toBe('false');
  });

  test('what never reached the server stays in the field and is sent again under the same id', async () => {
    let isUp = false;
    const requests = scriptFetch(() => (isUp ? ok : 'unreachable'));
    open();
    startContest('优化器状态随可训练参数变小');
    write('我说到了');
    fireEvent.click(screen.getByRole('button', { name: '请求复核' }));
    expect((await screen.findByRole('alert')).textContent).toContain('没有保存');
    expect(words().value).toBe('我说到了');
    isUp = true;
    fireEvent.click(screen.getByRole('button', { name: '请求复核' }));
    await waitFor(() => expect(requests).toHaveLength(2));
    const ids = requests.map(({ body }) => (body as { clientId: string }).clientId);
    expect(ids[0]).toBe(ids[1]);
  });

  test.each<[string, Partial<NonNullable<AnswerView['appeals']>[number]>, string[]]>([
    [
      'upheld',
      { state: 'looked', look: { verdict: 'missing', quote: null, reason: '没有说到。', grader: llm } },
      ['复核后判定不变', '没有说到。', 'examiner-1'],
    ],
    [
      'changed',
      { state: 'looked', look: { verdict: 'partial', quote: '梯度', reason: '半对。', grader: llm } },
      ['复核后改判：未提到 → 不完整', '半对。'],
    ],
    ['looking', { state: 'looking' }, ['正在复核…']],
  ])('a second look that is %s says so', (_, result, texts) => {
    const appeal = {
      id: 'c',
      subject: { pointId: 'p3' },
      words: '我说了',
      at: '2026-01-01',
      before: 'missing' as const,
    };
    open({ appeals: [{ ...appeal, state: 'looked', ...result }] });
    const shown = row('优化器状态随可训练参数变小').getByTestId('objection').textContent;
    for (const text of texts) expect(shown).toContain(text);
  });

  test('one that failed can be asked for again in the same words', async () => {
    const requests = scriptFetch(() => ok);
    open({
      appeals: [
        {
          id: 'c',
          subject: { pointId: 'p3' },
          words: '我说了',
          at: '2026-01-01',
          before: 'missing',
          state: 'failed',
          failure: { reason: 'timeout', message: 'late' },
        },
      ],
    });
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await waitFor(() => expect(requests).toMatchObject([{ body: { pointId: 'p3', words: '我说了' } }]));
  });

  test('a statement called wrong can be contested as such', async () => {
    const requests = scriptFetch(() => ok);
    open({ grade: makeGrade({ points: [], falseClaims: [{ quote: '推理会慢', reason: '不会' }] }) });
    fireEvent.click(screen.getByRole('button', { name: '对这一条申诉：推理会慢' }));
    fireEvent.click(screen.getByRole('button', { name: /没有说错/ }));
    await waitFor(() =>
      expect(requests).toMatchObject([
        { path: '/api/interviews/i_1/answers/m1/override', body: { claim: '推理会慢', verdict: 'covered' } },
      ]),
    );
  });

  test('nothing can be contested where a grade is only shown', () => {
    render(<Points grade={makeGrade()} answerId="m1" />);
    expect(screen.queryByTestId('objection')).toBeNull();
  });
});

describe('one’s own verdict', () => {
  test('is chosen among the others, shown beside the machine’s, and taken back', async () => {
    const requests = scriptFetch(() => ok);
    open({ overrides: [{ subject: { pointId: 'p3' }, verdict: 'covered', at: '2026-01-01' }] });
    const point = row('优化器状态随可训练参数变小');
    expect(point.getByTestId('own-verdict').textContent).toBe('机器判定：未提到你的判定：提到了');
    expect(point.getByTestId('verdict').textContent).toBe('未提到');
    startContest('优化器状态随可训练参数变小');
    const chosen = point.getByRole('button', { name: /提到了/, pressed: true });
    expect(point.queryByRole('button', { name: /^✗/ })).toBeNull();
    fireEvent.click(point.getByRole('button', { name: '撤回我的判定' }));
    await waitFor(() => expect(requests).toMatchObject([{ body: { pointId: 'p3', verdict: null } }]));
    expect(chosen).toBeTruthy();
  });

  test('changes the number beside the machine’s, never the machine’s', () => {
    open({ grade: makeGrade({ grader: llm }), personal: { score: 0.72, band: 4 } });
    expect(screen.getByTestId('personal-grade').textContent).toContain('较好 72 / 100');
  });
});

describe('grading anew', () => {
  test('is offered when the question has changed, and never done by itself', () => {
    const { regrade } = open({ isOutdated: true });
    expect(regrade).not.toHaveBeenCalled();
    fireEvent.click(screen.getByTestId('regrade-now'));
    expect(regrade).toHaveBeenCalledExactlyOnceWith({ basis: 'bank' });
    expect(screen.queryByTestId('regrade-other')).toBeNull();
  });

  test.each<[string, AnswerView['grade'], Recourse['grader'], string, unknown]>([
    ['an offline one by the model', makeGrade(), llm, '换用 examiner-1 重新评分', {}],
    [
      'one of another model',
      makeGrade({ grader: { kind: 'llm', model: 'x' } }),
      llm,
      '换用 examiner-1 重新评分',
      {},
    ],
    [
      'the model’s one offline',
      makeGrade({ grader: llm }),
      llm,
      '换用离线估计重新评分',
      { grader: 'offline' },
    ],
  ])('%s', (_, grade, grader, name, how) => {
    const { regrade } = open({ grade }, { grader });
    fireEvent.click(screen.getByRole('button', { name }));
    expect(regrade).toHaveBeenCalledExactlyOnceWith(how);
  });

  test('tells what it rests on, what failed, and every grade there was', () => {
    const earlier = { grade: makeGrade({ grader: llm, band: 2, score: 0.4 }), at: '2026-11-20T09:00:00Z' };
    open({
      basis: 'bank',
      gradedAt: '2026-11-21T09:00:00Z',
      history: [earlier],
      regradeFailed: { reason: 'timeout', message: 'late' },
    });
    expect(screen.getByText(/不是提问时的版本/)).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('原来的评分不变');
    const items = within(screen.getByTestId('grade-history')).getAllByRole('listitem', { hidden: true });
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/基本.*离线估计 · 按题库修改后的要点 当前$/),
      expect.stringMatching(/欠缺 40.*examiner-1$/),
    ]);
  });
});

describe('comparing attempts', () => {
  const before = makeGrade();
  const after = makeGrade({
    points: before.points.map((point) =>
      point.pointId === 'p3' ? { ...point, verdict: 'covered', quote: '少' } : point,
    ),
  });

  function compare(change: Partial<AnswerView> = {}) {
    const answer = makeAnswer({ grade: after, ...change });
    const refresh = vi.fn(async () => undefined);
    const recourse = {
      interviewId: 'i_1',
      answer,
      grader: llm,
      isBusy: false,
      isRegrading: false,
      regrade: vi.fn(),
      refresh,
    };
    render(
      <RecourseProvider value={recourse}>
        <AttemptComparison before={before} after={after} />
      </RecourseProvider>,
    );
    return refresh;
  }

  test('says in a sentence what the points did', () => {
    compare();
    expect(screen.getByTestId('attempt-comparison').textContent).toContain(
      '1 个要点更好，3 个不变，0 个退步',
    );
  });

  test('style and structure are asked for, and a failure can be asked again', async () => {
    let reply: Reply = { json: { state: 'failed', reason: 'timeout', message: 'late' } };
    const requests = scriptFetch(() => reply);
    const refresh = compare();
    fireEvent.click(screen.getByRole('button', { name: '比较表达和条理' }));
    expect((await screen.findByRole('alert')).textContent).toContain('比较没有完成');
    reply = { json: { state: 'compared', comparison: {} } };
    fireEvent.click(screen.getByRole('button', { name: '比较表达和条理' }));
    await waitFor(() => expect(refresh).toHaveBeenCalledOnce());
    expect(requests[0]).toMatchObject({ path: '/api/interviews/i_1/answers/m1/compare' });
  });

  test('what was found is shown', () => {
    const same = { change: 'same' as const, reason: '' };
    compare({
      wording: {
        against: 'm0',
        comparison: { style: same, structure: { change: 'better', reason: '先给结论。' } },
      },
    });
    const text = screen.getByTestId('attempt-comparison').textContent;
    expect(text).toContain('表达： 和上次相当');
    expect(text).toContain('条理： 比上次好 先给结论。');
  });
});

test('a grade on which two readings disagree is a range', () => {
  render(<GradeHead grade={makeGrade({ band: 3, range: { low: 3, high: 4 }, grader: llm })} />);
  expect(screen.getByTestId('band').textContent).toBe('基本到较好之间');
});
