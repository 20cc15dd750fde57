// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { render } from '@/app/_testing/render';
import type { QuestionAttempt } from '@/lib/domain/interview';
import { Attempts } from './attempts';

afterEach(cleanup);

const attempt: QuestionAttempt = {
  questionId: 'q_1',
  interviewId: 'i_1',
  answerId: 'm_1',
  mode: 'mock',
  index: 0,
  at: '2026-01-02T08:00:00.000Z',
  answers: 1,
  band: 4,
  grader: 'llm',
  countsInAverage: true,
  isFinished: true,
};

test('says when, how well, and what to know about it; leads to the report or the open interview', () => {
  const open: QuestionAttempt = {
    ...{
      questionId: 'q_1',
      interviewId: 'i_2',
      answerId: 'm_1',
      mode: 'practice',
      index: 3,
      band: null,
      answers: 2,
    },
    at: '2026-01-05T08:00:00.000Z',
    countsInAverage: false,
    isFinished: false,
  };
  render(<Attempts attempts={[open, attempt]} editedAt="2026-01-03T00:00:00.000Z" />);
  const [latest, first] = screen.getAllByRole('listitem');
  expect(latest?.textContent).toMatch(/练习.*未评分.*2 次作答 · 看过参考$/);
  expect(first?.textContent).toMatch(/模拟.*较好 模型评分.*题目修改之前$/);
  const hrefs = [latest, first].map((row) => row && within(row).getByRole('link').getAttribute('href'));
  expect(hrefs).toEqual(['/interview/i_2#q-3', '/report/i_1#q-0']);
});

test('says that there is none yet', () => {
  render(<Attempts attempts={[]} />, 'en');
  expect(screen.getByText('You have not answered this question yet.')).toBeTruthy();
});
