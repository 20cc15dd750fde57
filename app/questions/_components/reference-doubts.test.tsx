// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { scriptFetch } from '@/app/_testing/scripted-fetch';
import { contentBasis, type ReferenceDoubt } from '@/lib/domain/question-bank';
import { aQuestion } from '@/lib/testing';
import { EditQuestion } from './edit-question';
import { MarkReferenceWrong } from './mark-reference-wrong';
import { ReferenceDoubts } from './reference-doubts';

const refresh = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ refresh }) }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const doubt: ReferenceDoubt = {
  id: 'x_1',
  questionId: 'q_1',
  basisHash: 'h',
  source: 'offline',
  code: 'wrong-expansion',
  reason: 'SFT 一般指 supervised fine-tuning。',
  quote: 'SFT（Structured Fine-Tuning',
  state: 'open',
  at: '2026-01-01T00:00:00.000Z',
};

it('shows reason and words, and takes what a person says', async () => {
  const requests = scriptFetch(() => ({ json: { doubt } }));
  render(<ReferenceDoubts doubts={[doubt]} />);
  expect(screen.getByText(doubt.reason)).toBeTruthy();
  expect(screen.getByText(/Structured Fine-Tuning/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '确实有误' }));
  await waitFor(() => expect(refresh).toHaveBeenCalled());
  expect(requests).toEqual([{ method: 'PATCH', path: '/api/doubts/x_1', body: { state: 'confirmed' } }]);
});

it('can take a dismissal back after the doubt has gone from the page', async () => {
  const requests = scriptFetch(() => ({ json: { doubt } }));
  const { rerender } = render(<ReferenceDoubts doubts={[doubt]} />);
  fireEvent.click(screen.getByRole('button', { name: '没有问题' }));
  const undo = await screen.findByRole('button', { name: '撤销' });
  rerender(<ReferenceDoubts doubts={[]} />);
  await waitFor(() => expect(undo.hasAttribute('disabled')).toBe(false));
  fireEvent.click(screen.getByRole('button', { name: '撤销' }));
  await waitFor(() => expect(requests).toHaveLength(2));
  expect(requests[1]?.body).toEqual({ state: 'open' });
});

it('says when it could not be saved, and offers the editor where there is one', async () => {
  scriptFetch(() => 'unreachable');
  const edit = vi.fn();
  render(
    <EditQuestion value={edit}>
      <ReferenceDoubts doubts={[{ ...doubt, state: 'confirmed', source: 'model', model: 'm' }]} />
    </EditQuestion>,
    'en',
  );
  expect(screen.getByText(/you marked it wrong/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Write a better one' }));
  expect(edit).toHaveBeenCalledOnce();
  fireEvent.click(screen.getByRole('button', { name: 'Take that back' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/Not saved/);
});

it('is nothing when nobody doubts', () => {
  const { container } = render(<ReferenceDoubts doubts={[]} />);
  expect(container.querySelector('[data-testid="reference-doubts"]')).toBeNull();
});

it('lets a person mark a reference wrong that nothing doubted, with a reason or without', async () => {
  const requests = scriptFetch(() => ({ status: 201, json: { doubt } }));
  const question = aQuestion({ id: 'q 1' });
  const basis = contentBasis(question);
  render(<MarkReferenceWrong question={question} />);
  fireEvent.click(await screen.findByRole('button', { name: '指出参考答案有误' }));
  fireEvent.change(screen.getByLabelText('哪里有误（可不填）'), { target: { value: ' 公式少了平方 ' } });
  fireEvent.click(screen.getByRole('button', { name: '标为有误' }));
  await screen.findByRole('button', { name: '指出参考答案有误' });
  fireEvent.click(screen.getByRole('button', { name: '指出参考答案有误' }));
  fireEvent.click(screen.getByRole('button', { name: '标为有误' }));
  await waitFor(() => expect(requests).toHaveLength(2));
  expect(requests.map(({ path, body }) => [path, body])).toEqual([
    ['/api/questions/q%201/doubts', { reason: '公式少了平方', basis }],
    ['/api/questions/q%201/doubts', { reason: '题库的主人认为这份参考答案有误。', basis }],
  ]);
});

it('keeps what was typed, and shows the question as it is, when another window changed it', async () => {
  refresh.mockClear();
  const error = { kind: 'conflict', code: 'question-edited-meanwhile', message: 'changed' };
  scriptFetch(() => ({ status: 409, json: { error } }));
  render(<MarkReferenceWrong question={aQuestion({ id: 'q_1' })} />);
  fireEvent.click(await screen.findByRole('button', { name: '指出参考答案有误' }));
  const reason = screen.getByLabelText<HTMLInputElement>('哪里有误（可不填）');
  fireEvent.change(reason, { target: { value: '公式少了平方' } });
  fireEvent.click(screen.getByRole('button', { name: '标为有误' }));
  expect((await screen.findByRole('alert')).textContent).toContain('另一个窗口改过这道题');
  expect(refresh).toHaveBeenCalledOnce();
  expect(reason.value).toBe('公式少了平方');
});

it('takes back what a person raised, and undoes that', async () => {
  const requests = scriptFetch(() => ({ json: { doubt } }));
  render(<ReferenceDoubts doubts={[{ ...doubt, source: 'person', state: 'confirmed' }]} />);
  expect(screen.getByText(/你提出的/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '收回这个判断' }));
  const undo = await screen.findByRole('button', { name: '撤销' });
  await waitFor(() => expect(undo.hasAttribute('disabled')).toBe(false));
  fireEvent.click(undo);
  await waitFor(() => expect(requests).toHaveLength(2));
  expect(requests.map(({ body }) => body)).toEqual([{ state: 'dismissed' }, { state: 'confirmed' }]);
});
