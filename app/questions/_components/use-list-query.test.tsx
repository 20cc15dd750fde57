// @vitest-environment happy-dom
import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useListQuery } from './use-list-query';

const router = { replace: vi.fn() };
vi.mock('next/navigation', () => ({ useRouter: () => router, usePathname: () => '/questions' }));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  router.replace.mockClear();
});

function open(shown: Record<string, string>) {
  const { result, rerender } = renderHook(useListQuery, { initialProps: shown });
  return {
    wanted: () => result.current.wanted,
    type: (text: string) => act(() => result.current.type(text)),
    choose: (name: string, value: string) => act(() => result.current.choose(name, value)),
    pause: () => act(() => void vi.runAllTimers()),
    show: (next: Record<string, string>) => rerender(next),
  };
}
/** The queries that were asked for, in order. */
const asked = () =>
  router.replace.mock.calls.map(([address]) =>
    Object.fromEntries(new URL(address, 'http://localhost').searchParams),
  );

test('words are looked for once the typing pauses', () => {
  const list = open({});
  list.type('显');
  list.type('显存');
  expect(asked()).toEqual([]);
  list.pause();
  expect(asked()).toEqual([{ text: '显存' }]);
});

test('a choice made while the typing still waits takes the words along, and is not undone by them', () => {
  const list = open({});
  list.type('显存');
  list.choose('kind', 'open');
  list.pause();
  expect(asked()).toEqual([{ text: '显存', kind: 'open' }]);
});

test('a second choice keeps the first, though the list does not show that yet', () => {
  const list = open({});
  list.choose('topic', 'LoRA');
  list.choose('kind', 'choice');
  expect(asked().at(-1)).toEqual({ topic: 'LoRA', kind: 'choice' });
});

test('a choice is taken away again', () => {
  const list = open({ topic: 'LoRA' });
  list.choose('topic', '');
  expect(asked()).toEqual([{}]);
});

test('the fields follow the address when a link changes it, but not what is typed', () => {
  const list = open({ text: '显存', kind: 'open' });
  list.show({ doubted: '1' });
  expect(list.wanted()).toEqual({ doubted: '1' });
  list.type('秩');
  list.show({ doubted: '1' });
  expect(list.wanted()).toEqual({ doubted: '1', text: '秩' });
});

test('the space behind a word stays while the list comes in', () => {
  const list = open({});
  list.type('显存 ');
  list.pause();
  list.show({ text: '显存' });
  expect(list.wanted().text).toBe('显存 ');
});
