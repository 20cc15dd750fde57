// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { contentBasis, type MergeProposals, type Question } from '@/lib/domain/question-bank';
import { aQuestion } from '@/lib/testing';
import { MergeDesk } from './merge-desk';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {}, refresh: () => {} }) }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const root = aQuestion({ id: 'q_1', stem: '为什么要做梯度裁剪？', answer: '限制梯度的范数。' });
const same = aQuestion({
  id: 'q_2',
  stem: '为何需要梯度裁剪',
  answer: '限制梯度的范数。',
  documentName: 'b.md',
});
const other = aQuestion({ id: 'q_3', stem: '梯度裁剪有何用', answer: '', documentName: 'c.md' });

const TWO: MergeProposals = {
  state: 'ready',
  done: 3,
  total: 3,
  proposals: [
    {
      root,
      others: [
        { question: same, score: 0.9, isNearIdentical: true },
        { question: other, score: 0.6, isNearIdentical: false },
      ],
    },
  ],
};
const NONE: MergeProposals = { state: 'ready', done: 3, total: 3, proposals: [] };

const seen = (...questions: Question[]) =>
  questions.map((question) => ({ id: question.id, basis: contentBasis(question) }));

/** Answers every look with these proposals and notes what was sent. */
function server(view: MergeProposals) {
  const sent: [string, unknown][] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (init.method === undefined) return Response.json(view);
    sent.push([path, JSON.parse(String(init.body))]);
    return new Response(null, { status: 204 });
  });
  return sent;
}

describe('the page of questions that seem to be one', () => {
  it('merges one, keeps another apart, and says so', async () => {
    const sent = server(TWO);
    render(<MergeDesk first={TWO} />);
    const group = within(screen.getByTestId('merge-group'));
    fireEvent.click(group.getByRole('button', { name: '合并：梯度裁剪有何用' }));
    await screen.findByText('已合并：梯度裁剪有何用');
    await waitFor(() =>
      expect(group.getByRole('button', { name: '不是同一题：为何需要梯度裁剪' })).toHaveProperty(
        'disabled',
        false,
      ),
    );
    fireEvent.click(group.getByRole('button', { name: '不是同一题：为何需要梯度裁剪' }));
    await screen.findByText('已记下，不再提：为何需要梯度裁剪');
    expect(sent).toEqual([
      ['/api/merges', { ids: ['q_3'], into: 'q_1', seen: seen(root, other) }],
      ['/api/merges/apart', { id: 'q_1', others: ['q_2'] }],
    ]);
  });

  it('merges at once only what has nearly the same answer', async () => {
    const sent = server(NONE);
    render(<MergeDesk first={TWO} />);
    fireEvent.click(screen.getByTestId('merge-all'));
    await screen.findByText('已合并 1 题');
    expect(sent).toEqual([['/api/merges', { ids: ['q_2'], into: 'q_1', seen: seen(root, same) }]]);
    await screen.findByText(/没有要确认的/);
  });

  it('shows how far comparing is, and offers another try when it failed', () => {
    server(NONE);
    const { unmount } = render(<MergeDesk first={{ ...NONE, state: 'working', done: 1 }} />);
    expect(screen.getByRole('progressbar', { name: '正在比对：1 / 3 题' })).toBeTruthy();
    unmount();
    render(<MergeDesk first={{ ...NONE, state: 'failed' }} />);
    expect(within(screen.getByRole('alert')).getByRole('button', { name: '再比一次' })).toBeTruthy();
  });
});
