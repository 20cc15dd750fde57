// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { render } from '@/app/_testing/render';
import { aReadQuestion } from '@/lib/testing';
import { PreviewQuestionRow } from './preview-question';

afterEach(cleanup);

test('a question is previewed with the table it speaks of', () => {
  const context = '| 秩 | 参数量 |\n|---|---|\n| 8 | 少 |';
  const question = { ...aReadQuestion({ stem: '哪一行更省显存？', context }), change: 'new' as const };
  const { container } = render(<PreviewQuestionRow entry={{ question, issues: [] }} text="" />);
  expect(container.querySelector('table')?.textContent).toContain('参数量');
});
