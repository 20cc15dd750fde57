// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { makeAnswer, makeGrade, makeGradedInterview, makeQuestion } from '@/app/_testing/fixtures';
import { freshBrowserForEachTest, openRoom } from '@/app/_testing/interview-room';
import { scriptFetch } from '@/app/_testing/scripted-fetch';
import type { InterviewView } from '@/lib/domain/interview';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {}, refresh: () => {} }) }));

freshBrowserForEachTest();

const view = makeGradedInterview();
const [question = makeQuestion()] = view.questions;

function withAnswer(change: Parameters<typeof makeAnswer>[0]): InterviewView {
  return { ...view, questions: [{ ...question, answers: [makeAnswer(change)] }] };
}

test('an answer is graded anew by what the bank holds now, and the card says so', async () => {
  const reference = { answer: '改过的参考', document: 'a.md', documentId: 'd', lines: { start: 1, end: 2 } };
  const after = withAnswer({ basis: 'bank', reference, grade: makeGrade({ band: 4 }) });
  const requests = scriptFetch((method) =>
    method === 'POST'
      ? {
          events: [
            ['stored', { messageId: 'r1', intent: 'retry' }],
            ['verdicts', { answerId: 'm1', state: 'graded', grade: makeGrade({ band: 4 }) }],
            ['done', { version: 9, awaits: 'follow-up' }],
          ],
        }
      : { json: after },
  );
  openRoom(withAnswer({ isOutdated: true }));
  fireEvent.click(screen.getByTestId('regrade-now'));
  const card = within(screen.getByTestId('feedback-card'));
  expect((await card.findByText(/不是提问时的版本/)).textContent).toBeTruthy();
  expect(card.getByTestId('band').textContent).toBe('较好');
  expect(card.getByTestId('reference-panel').textContent).toContain('改过的参考');
  expect(requests[0]?.body).toMatchObject({ intent: 'retry', answerId: 'm1', regrade: { basis: 'bank' } });
});

test('when that fails the grade stays, and the failure stands beside it', async () => {
  const failure = { reason: 'timeout' as const, message: 'late' };
  scriptFetch((method) =>
    method === 'POST'
      ? {
          events: [
            ['stored', { messageId: 'r1', intent: 'retry' }],
            ['verdicts', { answerId: 'm1', state: 'ungraded', ...failure }],
            ['done', { version: 9, awaits: 'follow-up' }],
          ],
        }
      : { json: withAnswer({ isOutdated: true, regradeFailed: failure }) },
  );
  openRoom(withAnswer({ isOutdated: true }));
  fireEvent.click(screen.getByTestId('regrade-now'));
  await waitFor(() => expect(screen.getByText(/原来的评分不变/)).toBeTruthy());
  expect(within(screen.getByTestId('feedback-card')).getByTestId('band').textContent).toBe('基本');
  await waitFor(() => expect(screen.getByTestId('regrade-now').hasAttribute('disabled')).toBe(false));
});

test('a link to where an answer is graded anew shows its question, though another is on stage', async () => {
  const second = makeQuestion({ index: 1, questionId: 'q_2', stem: '另一题？' });
  window.location.hash = '#regrade-m1';
  openRoom({ ...view, questions: [{ ...question, status: 'closed' }, second], current: 1, awaits: 'answer' });
  await waitFor(() => expect(screen.getByTestId('question-stem').textContent).toContain('LoRA'));
  expect(screen.getByTestId('regrading').id).toBe('regrade-m1');
});

test('of an answer to a choice question that names no option it is said that none was recognised', () => {
  const choice = makeQuestion({
    kind: 'choice',
    options: [
      { label: 'A', text: '甲' },
      { label: 'B', text: '乙' },
    ],
    answers: [makeAnswer({ text: '不知道', grade: makeGrade({ score: 0, band: 0, points: [] }) })],
    reference: { answer: '乙', correct: 'B', document: 'a.md', documentId: 'd', lines: { start: 1, end: 2 } },
  });
  openRoom({ ...view, questions: [choice], awaits: 'next' });
  expect(screen.getByTestId('choice-unread').textContent).toContain('没有认出选了哪一项，正确答案是 B');
});
