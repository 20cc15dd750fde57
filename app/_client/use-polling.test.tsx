// @vitest-environment happy-dom
import { cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { usePolling } from './use-polling';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Looks that end when the test says so. */
function poll() {
  const signals: AbortSignal[] = [];
  let end = () => {};
  const look = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<void>((resolve) => {
      end = resolve;
    });
  };
  const view = renderHook(({ isOn }) => usePolling(look, 100, isOn), { initialProps: { isOn: true } });
  return { ...view, signals, end: () => end() };
}

test('waits before each look, and for the end of the one before', async () => {
  const { signals, end } = poll();
  expect(signals).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(350);
  expect(signals).toHaveLength(1);
  end();
  await vi.advanceTimersByTimeAsync(100);
  expect(signals).toHaveLength(2);
});

test('switched off it tells the look that is under way, and looks no more', async () => {
  const { signals, end, rerender } = poll();
  await vi.advanceTimersByTimeAsync(100);
  rerender({ isOn: false });
  expect(signals[0]?.aborted).toBe(true);
  end();
  await vi.advanceTimersByTimeAsync(500);
  expect(signals).toHaveLength(1);
});
