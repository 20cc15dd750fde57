// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { scriptFetch } from '@/app/_testing/scripted-fetch';
import type { ReferenceDoubt } from '@/lib/domain/question-bank';
import { EditQuestion } from './edit-question';
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
