// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { type Reply, scriptFetch } from '@/app/_testing/scripted-fetch';
import type { QuestionAttempt } from '@/lib/domain/interview';
import { applyEdits, type Question, type QuestionEdits } from '@/lib/domain/question-bank';
import { aChoiceQuestion, aQuestion } from '@/lib/testing';
import { QuestionDesk } from './question-desk';

const refresh = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }));
beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  refresh.mockClear();
});

const question = aQuestion({
  id: 'q_1',
  stem: '什么是早停？',
  answer: '验证集不再变好就停。',
  topics: ['训练'],
});
const attempt: QuestionAttempt = {
  questionId: 'q_1',
  interviewId: 'i_1',
  answerId: 'm_1',
  mode: 'practice',
  index: 2,
  at: '2026-01-02T08:00:00.000Z',
  answers: 1,
  band: 3,
  grader: 'offline',
  countsInAverage: true,
  isFinished: true,
};
const derived = [{ text: '看验证集', weight: 1, core: true }];

interface Shown {
  question?: Question;
  basis?: string;
  history?: QuestionEdits[];
  attempts?: QuestionAttempt[];
}

function desk({ question: shown = question, basis = 'b1', history = [], attempts = [] }: Shown = {}) {
  return (
    <QuestionDesk
      {...{ question: shown, basis, derived, attempts }}
      history={history.map((edits, index) => ({ edits, at: `2026-01-0${index + 1}T00:00:00.000Z` }))}
    >
      <p>题目在这里</p>
    </QuestionDesk>
  );
}

const saved: Reply = { json: { question, basis: 'b2', history: [] } };
const edit = () => fireEvent.click(screen.getByTestId('edit-question'));
/** Presses a button as soon as it can be pressed. */
const press = async (name: string) => {
  const button = screen.getByText(name).closest('button');
  await waitFor(() => expect(button?.disabled).toBe(false));
  if (button) fireEvent.click(button);
};
const save = () => fireEvent.click(screen.getByTestId('save-question'));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('saves what was changed, says that no grade has, and offers the interview', async () => {
  const requests = scriptFetch(() => saved);
  render(desk({ attempts: [attempt, { ...attempt, interviewId: 'i_2', answerId: 'm_1', band: null }] }));
  edit();
  expect(screen.queryByText('题目在这里')).toBeNull();
  type('题目', ' 早停怎样防止过拟合？');
  fireEvent.click(screen.getByText('拿来修改'));
  type('要点 1', '验证集误差不再下降');
  fireEvent.change(screen.getByLabelText('要点 1：核心或加分'), { target: { value: 'bonus' } });
  type('要点 1：权重', '2');
  save();
  await screen.findByTestId('edit-notice');
  expect(requests).toMatchObject([
    {
      method: 'PATCH',
      path: '/api/questions/q_1',
      body: {
        basis: 'b1',
        content: {
          stem: '早停怎样防止过拟合？',
          explanation: null,
          keyPoints: [{ text: '验证集误差不再下降', core: false, weight: 2 }],
        },
      },
    },
  ]);
  const offer = screen.getByTestId('regrade-offer');
  expect(offer.textContent).toContain('1 次已评分的回答，评分没有跟着变');
  expect(within(offer).getByRole('link').getAttribute('href')).toBe('/report/i_1#regrade-m_1');
  expect(refresh).toHaveBeenCalledOnce();
  expect(localStorage.length).toBe(0);
});

test('says at each field what is wrong with it, and sends nothing', async () => {
  const requests = scriptFetch(() => saved);
  render(desk());
  edit();
  type('题目', '');
  fireEvent.click(screen.getByText('添加要点'));
  save();
  expect(screen.getByLabelText('题目').getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByRole('status').textContent).toContain('有 2 处需要改好');
  type('题目', '早停是什么？');
  fireEvent.click(screen.getByLabelText('删除要点 1'));
  expect(screen.queryByText('不能空着。')).toBeNull();
  save();
  await screen.findByTestId('edit-notice');
  expect(requests).toHaveLength(1);
});

test('moves an option with its tick, and lets the letters follow', async () => {
  const requests = scriptFetch(() => saved);
  render(desk({ question: aQuestion({ ...aChoiceQuestion(), id: 'q_1' }) }));
  edit();
  expect(screen.queryByLabelText('参考答案')).toBeNull();
  fireEvent.click(screen.getByLabelText('选项 B上移'));
  fireEvent.click(screen.getByLabelText('选项 C 正确'));
  fireEvent.click(screen.getByLabelText('删除选项 B'));
  save();
  await screen.findByTestId('edit-notice');
  expect(requests[0]?.body).toMatchObject({
    content: {
      correct: 'AB',
      answer: '梯度检查点\n提高学习率',
      options: [
        { label: 'A', text: '梯度检查点' },
        { label: 'B', text: '提高学习率' },
      ],
    },
  });
});

test('keeps a draft until it is saved or given up', async () => {
  const { unmount } = render(desk());
  edit();
  type('题目', '改到一半');
  expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(false);
  unmount();
  expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);

  render(desk());
  expect(screen.getByTestId('edit-question').textContent).toBe('继续编辑');
  edit();
  expect(screen.getByLabelText<HTMLTextAreaElement>('题目').value).toBe('改到一半');
  fireEvent.click(screen.getByText('取消'));
  fireEvent.click(await screen.findByText('放弃'));
  await waitFor(() => expect(screen.getByTestId('edit-question').textContent).toBe('编辑'));
  edit();
  expect(screen.getByLabelText<HTMLTextAreaElement>('题目').value).toBe('什么是早停？');
});

test('what is typed while it is being saved is left as a draft', async () => {
  let answer = (_: Response) => {};
  vi.stubGlobal(
    'fetch',
    () =>
      new Promise<Response>((resolve) => {
        answer = resolve;
      }),
  );
  render(desk());
  edit();
  type('题目', '早停是什么？');
  save();
  type('题目', '早停是什么意思？');
  answer(Response.json({ question, basis: 'b2', history: [] }));
  await screen.findByTestId('edit-notice');
  await press('继续编辑');
  expect(screen.getByLabelText<HTMLTextAreaElement>('题目').value).toBe('早停是什么意思？');
});

test('says when the question was changed elsewhere, and overwrites only when told to', async () => {
  const conflict = { kind: 'conflict', code: 'question-edited-meanwhile', message: 'changed' };
  const requests = scriptFetch((_, __, body) =>
    (body as { basis: string }).basis === 'b1' ? { status: 409, json: { error: conflict } } : saved,
  );
  const { rerender } = render(desk());
  edit();
  type('参考答案', '我的答案');
  save();
  await screen.findByText('仍然保存我的');
  expect(refresh).toHaveBeenCalledOnce();
  rerender(desk({ question: { ...question, answer: '别处的答案' }, basis: 'b2' }));
  const told = screen.getByRole('alert');
  expect(told.querySelector('[data-side="before"]')?.textContent).toContain('别处的答案');
  expect(told.querySelector('[data-side="after"]')?.textContent).toContain('我的答案');
  expect(screen.getByLabelText<HTMLTextAreaElement>('参考答案').value).toBe('我的答案');
  fireEvent.click(screen.getByText('仍然保存我的'));
  await screen.findByTestId('edit-notice');
  expect(requests.map(({ body }) => (body as { basis: string }).basis)).toEqual(['b1', 'b2']);
});

test('knows a draft that was begun on an older question', () => {
  const { unmount } = render(desk());
  edit();
  type('题目', '改到一半');
  unmount();
  render(desk({ basis: 'b9' }));
  edit();
  expect(screen.getByRole('alert').textContent).toContain('在别处改过了');
  fireEvent.click(screen.getByText('放弃我的修改'));
  expect(screen.getByTestId('edit-question').textContent).toBe('编辑');
});

test('keeps everything on the page when the server cannot be reached', async () => {
  scriptFetch(() => 'unreachable');
  render(desk());
  edit();
  type('题目', '早停是什么？');
  save();
  await screen.findByText(/连不上服务器/);
  expect(screen.getByLabelText<HTMLTextAreaElement>('题目').value).toBe('早停是什么？');
});

test('shows the original beside what it is now, every step, and the ways back', async () => {
  const requests = scriptFetch(() => saved);
  const edits = { stem: '早停是什么？', difficulty: 4 };
  render(
    desk({
      question: applyEdits({ ...question, edits }),
      history: [{ stem: '早停？' }, edits],
    }),
  );
  const compared = screen.getByTestId('compare-original');
  expect(compared.querySelector('[data-side="before"]')?.textContent).toContain('什么是早停？');
  expect(compared.querySelector('[data-side="after"]')?.textContent).toContain('早停是什么？');
  expect(compared.textContent).toContain('没有改：题型、参考答案、主题');

  const [latest, first] = within(screen.getByTestId('edit-history')).getAllByRole('listitem');
  expect(latest?.textContent).toContain('改了：题目、难度');
  expect(first?.textContent).toContain('改了：题目');
  await press('撤销上一次修改');
  await screen.findByText('已撤销上一次修改。');
  await press('恢复到这一版');
  await screen.findByText(/已恢复/);
  await press('恢复文档原文');
  await waitFor(() => expect(requests).toHaveLength(3));
  expect(requests).toMatchObject([
    { method: 'POST', path: '/api/questions/q_1/undo', body: { to: 'previous', basis: 'b1' } },
    { method: 'PATCH', body: { basis: 'b1', content: { stem: '早停？', difficulty: null } } },
    { method: 'POST', body: { to: 'original', basis: 'b1' } },
  ]);
});

test('takes nothing back that it does not show, and shows what another window changed', async () => {
  const error = { kind: 'conflict', code: 'question-edited-meanwhile', message: 'changed' };
  scriptFetch(() => ({ status: 409, json: { error } }));
  render(
    desk({ question: applyEdits({ ...question, edits: { stem: '早停？' } }), history: [{ stem: '早停？' }] }),
  );
  await press('撤销上一次修改');
  expect((await screen.findByRole('alert')).textContent).toContain('另一个窗口改过这道题');
  expect(refresh).toHaveBeenCalledOnce();
});
