// @vitest-environment happy-dom
import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { makeQuestion } from '@/app/_testing/fixtures';
import { render } from '@/app/_testing/render';
import { QuestionRecord } from './question-record';

afterEach(cleanup);

test('the code that a question asks about stands under its stem', () => {
  const context = '```python\nprint(2 ** 3)\n```';
  const { container } = render(
    <QuestionRecord question={makeQuestion({ stem: '输出是什么？', context })} interview={{ id: 'i_1' }} />,
  );
  expect(container.querySelector('h3')?.textContent).toBe('输出是什么？');
  expect(container.querySelector('pre')?.textContent).toContain('print(2 ** 3)');
});
