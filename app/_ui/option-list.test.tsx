// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { render } from '../_testing/render';
import { OptionList } from './option-list';

afterEach(cleanup);

const OPTIONS = ['A', 'B', 'C'].map((label) => ({ label, text: `\`${label.toLowerCase()}\`` }));
const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent);

test('of several right options each is marked, in words as well; the text is Markdown', () => {
  const { container } = render(<OptionList options={OPTIONS} correct="AC" />);
  expect(rows()).toEqual(['Aa✓正确答案', 'Bb', 'Cc✓正确答案']);
  expect(container.querySelectorAll('code')).toHaveLength(3);
});

test('where the right one is not told, none is marked', () => {
  render(<OptionList options={OPTIONS} />);
  expect(rows()).toEqual(['Aa', 'Bb', 'Cc']);
});

test('an open question has none', () => {
  expect(render(<OptionList options={undefined} />).container.querySelector('ul')).toBeNull();
});
