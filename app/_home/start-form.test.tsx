// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { BankOverview } from '@/lib/domain/question-bank';
import { render } from '../_testing/render';
import { scriptFetch } from '../_testing/scripted-fetch';
import { StartForm } from './start-form';

const push = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push, refresh: () => {} }) }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  push.mockClear();
});

const at = '2026-11-20T09:00:00.000Z';
const bank: BankOverview = {
  documents: [
    { id: 'd1', name: '入门题库', isEnabled: true, importedAt: at, questions: 12, choice: 4, passages: 0 },
    { id: 'd2', name: '我的题.md', isEnabled: true, importedAt: at, questions: 3, choice: 0, passages: 2 },
    { id: 'd3', name: '笔记.md', isEnabled: true, importedAt: at, questions: 0, choice: 0, passages: 6 },
  ],
  topics: [],
  kinds: [
    { kind: 'open', questions: 11 },
    { kind: 'choice', questions: 4 },
  ],
  facets: [
    { documentId: 'd1', topics: ['LoRA'], kind: 'open', count: 8 },
    { documentId: 'd1', topics: ['对齐'], kind: 'choice', count: 4 },
    { documentId: 'd2', topics: ['评测'], kind: 'open', count: 3 },
  ],
  questions: 15,
};
const open = () => render(<StartForm bank={bank} isQuiet={false} />);
const row = (name: string) => within(screen.getByRole('group', { name }));
const press = (scope: { getByRole: typeof screen.getByRole }, name: RegExp) =>
  fireEvent.click(scope.getByRole('button', { name }));

test('what is chosen is what is asked for', async () => {
  const requests = scriptFetch(() => ({ status: 201, json: { id: 'i9' } }));
  open();
  press(row('题库'), /入门题库/);
  press(row('主题'), /LoRA/);
  fireEvent.click(screen.getByRole('radio', { name: '模拟' }));
  expect(screen.getByText('符合的题目：8')).toBeDefined();
  fireEvent.click(screen.getByTestId('start'));
  await waitFor(() => expect(push).toHaveBeenCalledWith('/interview/i9'));
  expect(requests[0]?.body).toEqual({
    mode: 'mock',
    documents: ['d1'],
    topics: ['LoRA'],
    limit: 8,
    minutes: 30,
    language: 'zh',
  });
});

test('a document without questions cannot be chosen', () => {
  open();
  expect(row('题库').queryByRole('button', { name: /笔记/ })).toBeNull();
});

test('when nothing matches, it says which choice empties it and widens that one', () => {
  open();
  press(row('题库'), /我的题/);
  press(row('题型'), /选择/);
  expect(screen.getByText('所选文档里没有符合其余条件的题目。')).toBeDefined();
  expect(screen.getByTestId<HTMLButtonElement>('start').disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '题库改为全部（4 题）' }));
  expect(screen.getByText('符合的题目：4')).toBeDefined();
  expect(screen.getByTestId<HTMLButtonElement>('start').disabled).toBe(false);
});

test('a start that fails says why, and can be tried again', async () => {
  scriptFetch(() => 'unreachable');
  open();
  fireEvent.click(screen.getByTestId('start'));
  expect((await screen.findByRole('alert')).textContent).toContain('连不上服务');
  expect(screen.getByTestId<HTMLButtonElement>('start').disabled).toBe(false);
  expect(push).not.toHaveBeenCalled();
});

test('an empty bank leads to the import', () => {
  render(<StartForm bank={{ ...bank, documents: [], facets: [], questions: 0 }} isQuiet={false} />);
  expect(screen.getByRole('link', { name: '导入我的题库' }).getAttribute('href')).toBe('/import');
  expect(screen.queryByTestId('start')).toBeNull();
});
