// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { afterEach, expect, test, vi } from 'vitest';
import { useStoredFlag } from './use-stored-flag';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const open = (name: string) => renderHook(() => useStoredFlag(name)).result;

test('is remembered, and known from the first drawing on', () => {
  const flag = open('note');
  expect(flag.current[0]).toBe(false);
  act(() => flag.current[1]());
  expect(flag.current[0]).toBe(true);
  const drawn: unknown[] = [];
  renderHook(() => drawn.push(useStoredFlag('note')[0]));
  expect(drawn).toEqual([true]);
  expect(open('other').current[0]).toBe(false);
});

test('holds for the visit where the browser stores nothing', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const flag = open('full');
  act(() => flag.current[1]());
  expect(flag.current[0]).toBe(true);
});

test('is unknown on the server', () => {
  function Shown() {
    return String(useStoredFlag('note')[0]);
  }
  expect(renderToString(<Shown />)).toBe('null');
});
