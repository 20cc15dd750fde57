// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { aChoiceQuestion, aReadQuestion } from '@/lib/testing';
import type { PreviewEntry } from './counts';
import { PreviewQuestionRow } from './preview-question';

afterEach(cleanup);

function show(entry: PreviewEntry, isSelected = true, isLooked = false) {
  const onLooked = vi.fn();
  const onSelect = vi.fn();
  const view = render(
    <PreviewQuestionRow
      entry={entry}
      number={3}
      isSelected={isSelected}
      isLooked={isLooked}
      onSelect={onSelect}
      onLooked={onLooked}
    />,
  );
  return { ...view, onLooked, onSelect };
}

test('a question is previewed with the table it speaks of', () => {
  const context = '| 秩 | 参数量 |\n|---|---|\n| 8 | 少 |';
  const question = { ...aReadQuestion({ stem: '哪一行更省显存？', context }), change: 'new' as const };
  const { container } = show({ question, issues: [], isUncertain: false });
  expect(container.querySelector('table')?.textContent).toContain('参数量');
});

test('why it is uncertain is said in words, until somebody has looked', () => {
  const question = {
    ...aReadQuestion({ confidence: 0.42, doubts: ['answer-boundary', 'odd-length'] }),
    change: 'new' as const,
  };
  const entry = { question, issues: [], isUncertain: true };
  const { onLooked, unmount } = show(entry);
  expect(screen.getByText(/从哪里分开是猜的；比别的题长得多或短得多；把握 42%/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '看过了，没有问题' }));
  expect(onLooked).toHaveBeenCalledOnce();
  unmount();
  show(entry, true, true);
  expect(screen.queryByRole('button', { name: '看过了，没有问题' })).toBeNull();
});

test('options are shown with their letters; what is not selected stays folded', () => {
  const question = { ...aChoiceQuestion(), change: 'new' as const };
  const { onSelect, unmount } = show({ question, issues: [], isUncertain: false }, false);
  expect(screen.queryByText('加大批量')).toBeNull();
  const head = screen.getByRole('button', { expanded: false });
  fireEvent.click(head);
  expect(onSelect).toHaveBeenCalledOnce();
  unmount();
  show({ question, issues: [], isUncertain: false });
  expect(screen.getByText('加大批量').closest('li')?.textContent).toMatch(/^A/);
});
