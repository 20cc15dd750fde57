import { expect, test } from 'vitest';
import type { PreviewDocument, PreviewQuestion } from '@/lib/domain/question-bank';
import { countsOf, entriesOf, filterEntries, looseIssues, planOf, uncertainLeft } from './counts';

const question = (id: string, start: number, change: PreviewQuestion['change'] = 'new'): PreviewQuestion => ({
  id,
  kind: id === 'c' ? 'choice' : 'open',
  stem: id,
  answer: '',
  topics: [],
  lines: { start, end: start + 3 },
  change,
});
const issue = (line: number, severity: 'error' | 'warning' | 'info') => ({
  code: 'x',
  severity,
  line,
  message: 'x',
});
const document: PreviewDocument = {
  name: 'a.md',
  encoding: 'utf-8',
  status: 'changed',
  questions: [question('a', 1), question('b', 5, 'unchanged'), question('c', 9, 'changed')],
  retired: [{ id: 'z', stem: 'z' }],
  passages: [],
  issues: [issue(2, 'info'), issue(10, 'warning'), issue(40, 'error')],
  text: '',
};

test('four numbers: a note is no doubt', () => {
  expect(countsOf(document)).toEqual({ questions: 3, choice: 1, passages: 0, doubts: 2 });
});

test('the doubtful come first, otherwise the document’s order holds', () => {
  expect(entriesOf(document).map((entry) => entry.question.id)).toEqual(['c', 'a', 'b']);
  expect(looseIssues(document).map(({ line }) => line)).toEqual([40]);
});

test('the plan counts what confirming would do, without what cannot be read', () => {
  const unreadable = { ...document, status: 'error' as const };
  expect(planOf({ id: 'p', documents: [document, unreadable] })).toEqual({
    added: 1,
    changed: 1,
    retired: 1,
    passages: 0,
    updated: 1,
  });
});

test('what is kept beside another retires nothing of it', () => {
  expect(planOf({ id: 'p', documents: [document] }, ['a.md'])).toMatchObject({ retired: 0, updated: 0 });
});

test('from the least sure on; nothing that stays as it is needs a look', () => {
  const [a, b, c] = document.questions;
  if (!a || !b || !c) throw new Error('three questions are there');
  const doubted = {
    ...document,
    issues: [issue(10, 'warning')],
    questions: [
      { ...a, confidence: 0.5, doubts: ['answer-boundary' as const] },
      { ...b, confidence: 0.2, doubts: ['weak-evidence' as const] },
      { ...c, confidence: 0.9 },
    ],
  };
  const entries = entriesOf(doubted);
  const ids = (list: typeof entries) => list.map((entry) => entry.question.id);
  expect(ids(entries)).toEqual(['b', 'a', 'c']);
  expect(ids(filterEntries(entries, 'uncertain'))).toEqual(['b', 'a', 'c']);
  expect(ids(filterEntries(entries, 'issues'))).toEqual(['c']);
  expect(uncertainLeft({ id: 'p', documents: [doubted] }, new Set(['a']))).toEqual(['b', 'c']);
  expect(uncertainLeft({ id: 'p', documents: [{ ...doubted, status: 'unchanged' }] }, new Set())).toEqual([]);
});
