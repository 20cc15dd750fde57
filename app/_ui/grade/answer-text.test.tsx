// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { render } from '@/app/_testing/render';
import type { Mark } from '../quotes';
import { AnswerText } from './answer-text';

afterEach(cleanup);

/** The element that holds the words; the provider puts styles of its own beside it. */
function show(text: string, marks: Mark[]): HTMLElement {
  render(
    <section aria-label="words">
      <AnswerText text={text} marks={marks} />
    </section>,
  );
  return screen.getByRole('region', { name: 'words' });
}

test('a very long answer is folded around what counts in it, and opened whole', () => {
  const text = `${'嗯，'.repeat(4000)}冻结原来的权重，${'就是说，'.repeat(4000)}`;
  const marks = [{ id: 'p1', quote: '冻结原来的权重', verdict: 'covered' as const }];
  const words = show(text, marks);
  expect(screen.getByRole('link', { name: '冻结原来的权重' })).toBeDefined();
  expect(words.textContent?.length).toBeLessThan(1500);
  for (const fold of screen.getAllByTestId('unfold')) fireEvent.click(fold);
  expect(words.textContent).toBe(text);
});

test('an ordinary answer stands whole', () => {
  const text = '😀原来的参数不动。'.repeat(60);
  const words = show(text, []);
  expect(words.textContent).toBe(text);
});
