// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { type Reply, scriptFetch } from '@/app/_testing/scripted-fetch';
import { DoubtsProgress } from './doubts-progress';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const later = () => act(() => vi.advanceTimersByTimeAsync(1600));

test('says how far the look has come until it has ended, also through a server that is away', async () => {
  const replies: Reply[] = [
    { json: { progress: { done: 900, total: 5000 } } },
    'unreachable',
    { json: { progress: null } },
  ];
  scriptFetch(() => replies.shift() ?? 'unreachable');
  const onEnd = vi.fn();
  render(<DoubtsProgress atFirst={{ done: 10, total: 5000 }} onEnd={onEnd} />);
  const told = () => screen.queryByTestId('doubts-progress')?.textContent;
  expect(told()).toBe('正在逐题核对参考答案：10 / 5,000。');
  await later();
  expect(told()).toBe('正在逐题核对参考答案：900 / 5,000。');
  await later();
  expect(told()).toBe('正在逐题核对参考答案：900 / 5,000。');
  expect(onEnd).not.toHaveBeenCalled();
  await later();
  expect(told()).toBeUndefined();
  expect(onEnd).toHaveBeenCalledOnce();
});

test('says nothing where nothing is under way, or it is soon over', async () => {
  const requests = scriptFetch(() => 'unreachable');
  render(<DoubtsProgress atFirst={null} onEnd={() => {}} />);
  await later();
  expect(requests).toEqual([]);
  cleanup();
  render(<DoubtsProgress atFirst={{ done: 1, total: 20 }} onEnd={() => {}} />);
  expect(screen.queryByTestId('doubts-progress')).toBeNull();
});
