// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useDraft } from './use-draft';

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const open = (key = 'i:q') => renderHook(useDraft, { initialProps: key });

test.each([
  ['what was sent goes', '先看数据。', '先看数据。', ''],
  ['what was typed behind it stays', '先看数据。\n再看训练。', '先看数据。', '再看训练。'],
  ['what was changed since then stays whole', '应该先看数据。', '先看数据。', '应该先看数据。'],
])('%s, on the page and after a reload', (_, typed, sent, left) => {
  const { result } = open();
  act(() => result.current.setText(typed));
  act(() => result.current.drop(sent));
  expect(result.current.text).toBe(left);
  cleanup();
  expect(open().result.current.text).toBe(left);
});

test('each question has its own', () => {
  const { result, rerender } = open();
  act(() => result.current.setText('第一题'));
  rerender('i:q2');
  expect(result.current.text).toBe('');
  rerender('i:q');
  expect(result.current.text).toBe('第一题');
});
