// @vitest-environment happy-dom
import { act, cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeInterview } from '@/app/_testing/fixtures';
import { render } from '@/app/_testing/render';
import { scriptFetch } from '@/app/_testing/scripted-fetch';
import { KeepFresh } from './keep-fresh';

const router = { refresh: vi.fn() };
vi.mock('next/navigation', () => ({ useRouter: () => router }));
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  router.refresh.mockClear();
});

const wait = () => act(() => vi.advanceTimersByTimeAsync(2000));
const said = () => screen.getByRole('status').textContent;

test('the report is fetched again and again, but not while the server is gone, which is said', async () => {
  let isGone = false;
  scriptFetch(() => (isGone ? 'unreachable' : { json: makeInterview() }));
  render(<KeepFresh interviewId="i_1" />);
  expect(said()).toContain('还有回答正在评分');
  await wait();
  expect(router.refresh).toHaveBeenCalledTimes(1);
  isGone = true;
  await wait();
  expect(said()).toContain('连不上服务');
  expect(router.refresh).toHaveBeenCalledTimes(1);
  isGone = false;
  await wait();
  expect(said()).toContain('还有回答正在评分');
  expect(router.refresh).toHaveBeenCalledTimes(2);
});

test('who leaves asks no more', async () => {
  const requests = scriptFetch(() => ({ json: makeInterview() }));
  const { unmount } = render(<KeepFresh interviewId="i_1" />);
  unmount();
  await wait();
  expect(requests).toEqual([]);
});
