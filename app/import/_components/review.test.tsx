// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { scriptFetch } from '@/app/_testing/scripted-fetch';
import {
  type PreviewDocument,
  type PreviewQuestion,
  type ReadingCorrection,
  tableToMarkdown,
} from '@/lib/domain/question-bank';
import { aReadQuestion } from '@/lib/testing';
import { DocumentReview } from './review';
import { useLooked } from './use-looked';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const LINES = [
  '# 题',
  '## 甲是什么？',
  '甲的答案。',
  '乙是什么？',
  '乙的答案。',
  '## 丙是什么？',
  '丙的答案。',
];
const question = (stem: string, start: number, end: number, rest: Partial<PreviewQuestion> = {}) => ({
  ...aReadQuestion({ id: stem, stem, answer: `${stem.slice(0, 1)}的答案。`, lines: { start, end } }),
  change: 'new' as const,
  ...rest,
});
const wrong: PreviewDocument = {
  name: '题.md',
  encoding: 'utf-8',
  status: 'new',
  questions: [
    question('甲是什么？', 2, 5, { confidence: 0.4, doubts: ['answer-holds-question'] }),
    question('丙是什么？', 6, 7),
  ],
  retired: [],
  passages: [],
  issues: [],
  text: LINES.join('\n'),
  alternatives: [
    {
      id: 'bold',
      carrier: 'bold',
      level: 1,
      count: 4,
      likeness: 0.6,
      isTaken: false,
      examples: [{ line: 4, text: '乙是什么？' }],
    },
  ],
};
const split = [question('甲是什么？', 2, 3), question('乙是什么？', 4, 5), question('丙是什么？', 6, 7)];

/** A server that splits the first question when it is told to, and otherwise reads as before. */
function serve() {
  return scriptFetch((method, path, body) => {
    const { corrections } = body as { corrections: ReadingCorrection[] };
    const isSplit = corrections.some(({ type }) => type === 'begin');
    const { text: _, ...rest } = wrong;
    const document = { ...rest, questions: isSplit ? split : wrong.questions, corrections };
    return method === 'PUT' && path === '/api/imports/p1/corrections'
      ? { json: { document } }
      : 'unreachable';
  });
}

function Bench({ at = wrong }: { at?: PreviewDocument }) {
  const [document, setDocument] = useState(at);
  const looked = useLooked('p1');
  return <DocumentReview importId="p1" document={document} looked={looked} onDocument={setDocument} />;
}

const line = (number: number) =>
  screen.getByRole('listbox').querySelector(`[data-line="${number}"]`) as Element;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const selected = () => screen.getByTestId('selected-question').closest('li')?.textContent;

test('the least sure is selected first, and both sides show it', () => {
  render(<Bench />);
  expect(selected()).toContain('答案里可能还有一道题；把握 40%');
  expect(line(2).getAttribute('aria-selected')).toBe('true');
  expect(line(2).textContent).toContain('题 1 ?');
  expect(line(5).hasAttribute('data-selected')).toBe(true);
  expect(line(6).hasAttribute('data-selected')).toBe(false);
  fireEvent.click(line(7));
  expect(selected()).toContain('丙是什么？');
});

test('a line begins a question, which can be undone and done again', async () => {
  const requests = serve();
  render(<Bench />);
  fireEvent.click(line(4));
  press('从这一行起是新题');
  await waitFor(() => expect(selected()).toContain('乙是什么？'));
  expect(screen.getByTestId('review-said').textContent).toBe('第 4 行起是新题。现在 3 题。');
  press('撤销');
  await waitFor(() => expect(screen.getByTestId('review-said').textContent).toBe('撤销了。现在 2 题。'));
  press('重做');
  await waitFor(() => expect(screen.getByTestId('review-said').textContent).toBe('重做了。现在 3 题。'));
  const begin = { type: 'begin', at: { line: 4, text: '乙是什么？' } };
  expect(requests.map(({ body }) => body)).toEqual([
    { document: '题.md', corrections: [begin] },
    { document: '题.md', corrections: [] },
    { document: '题.md', corrections: [begin] },
  ]);
});

test('a correction that is pressed while the document is being read waits; one pressed twice is one', async () => {
  const requests = serve();
  render(<Bench />);
  fireEvent.click(line(4));
  press('从这一行起是新题');
  press('从这一行起是新题');
  fireEvent.click(line(6));
  press('改为选择题');
  await waitFor(() => expect(screen.getByText('已改 2 处')).toBeDefined());
  const begin = { type: 'begin', at: { line: 4, text: '乙是什么？' } };
  const kind = { type: 'kind', at: { line: 6, text: '## 丙是什么？' }, kind: 'choice' };
  expect(requests.map(({ body }) => (body as { corrections: unknown[] }).corrections)).toEqual([
    [begin],
    [begin, kind],
  ]);
});

test('lines are walked with the keyboard, and an empty action is no action', () => {
  render(<Bench />);
  const listbox = screen.getByRole('listbox');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp']) fireEvent.keyDown(listbox, { key });
  expect(line(3).getAttribute('aria-selected')).toBe('true');
  expect(listbox.getAttribute('aria-activedescendant')).toBe(line(3).id);
  fireEvent.keyDown(listbox, { key: 'Home' });
  expect(screen.getByRole('button', { name: '到这一行结束' }).hasAttribute('disabled')).toBe(true);
  fireEvent.keyDown(listbox, { key: 'End' });
  expect(selected()).toContain('丙是什么？');
});

test('a question is merged, turned and dropped; another way of reading is taken', async () => {
  const requests = serve();
  render(<Bench />);
  expect(screen.getByRole('button', { name: '并入上一题' }).hasAttribute('disabled')).toBe(true);
  fireEvent.click(line(6));
  for (const name of ['并入上一题', '改为选择题', '不是题']) {
    press(name);
    await waitFor(() =>
      expect(screen.getByRole('button', { name }).closest('[aria-busy="false"]')).not.toBeNull(),
    );
  }
  fireEvent.click(screen.getByText('换一种读法（1）'));
  fireEvent.click(screen.getByRole('switch', { name: /加粗的行 · 4 题/ }));
  await waitFor(() => expect(requests).toHaveLength(4));
  const at = { line: 6, text: '## 丙是什么？' };
  expect(requests.at(-1)?.body).toEqual({
    document: '题.md',
    corrections: [
      { type: 'merge', at },
      { type: 'kind', at, kind: 'choice' },
      { type: 'drop', at },
      { type: 'alternative', id: 'bold', isTaken: true },
    ],
  });
});

test('what was changed is listed, and each change can be taken back alone, or all', async () => {
  const requests = serve();
  const corrections: ReadingCorrection[] = [
    { type: 'begin', at: { line: 4, text: '乙是什么？' } },
    { type: 'drop', at: { line: 6, text: '## 丙是什么？' } },
  ];
  render(<Bench at={{ ...wrong, questions: split, corrections }} />);
  const list = within(screen.getByTestId('corrections'));
  fireEvent.click(list.getByText('已改 2 处'));
  fireEvent.click(list.getByRole('button', { name: '撤掉：第 4 行起是新题' }));
  await waitFor(() => expect(screen.getByText('已改 1 处')).toBeDefined());
  press('全部还原');
  await waitFor(() => expect(screen.queryByTestId('corrections')).toBeNull());
  expect(requests.map(({ body }) => (body as { corrections: unknown[] }).corrections.length)).toEqual([1, 0]);
});

test('uncertain questions are counted, filtered and confirmed; a reload remembers it', async () => {
  const { unmount } = render(<Bench />);
  expect(screen.getByTestId('uncertain-left').textContent).toBe('拿不准的 1 题，还有 1 题没看');
  fireEvent.click(screen.getByRole('radio', { name: '拿不准 1' }));
  expect(screen.queryByRole('button', { name: /丙是什么/ })).toBeNull();
  press('全部确认（1 题）');
  expect(screen.getByTestId('uncertain-left').textContent).toBe('拿不准的 1 题，还有 0 题没看');
  unmount();
  render(<Bench />);
  await waitFor(() =>
    expect(screen.getByTestId('uncertain-left').textContent).toBe('拿不准的 1 题，还有 0 题没看'),
  );
});

test('what is selected in the document is listed, whatever was filtered before', () => {
  render(<Bench />);
  fireEvent.click(screen.getByRole('radio', { name: '拿不准 1' }));
  fireEvent.click(line(6));
  expect(selected()).toContain('丙是什么？');
});

test('a correction that the reader cannot follow is not kept, and is said', async () => {
  const requests = scriptFetch((_method, _path, body) => {
    const { corrections } = body as { corrections: ReadingCorrection[] };
    const lost = { code: 'no-options', severity: 'warning' as const, line: 2, message: 'No options.' };
    return { json: { document: { ...wrong, corrections, issues: corrections.length > 0 ? [lost] : [] } } };
  });
  render(<Bench />);
  press('改为选择题');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('没能改'));
  expect(requests.map(({ body }) => (body as { corrections: unknown[] }).corrections.length)).toEqual([1, 0]);
  expect(screen.queryByTestId('corrections')).toBeNull();
});

test('a correction that does not arrive changes nothing, and is said', async () => {
  scriptFetch(() => 'unreachable');
  render(<Bench />);
  press('不是题');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('连不上服务'));
  expect(screen.queryByTestId('corrections')).toBeNull();
});

test('a document of a hundred thousand lines draws a few hundred', () => {
  const many = Array.from({ length: 100_000 }, (_, index) => `第 ${index} 行`);
  const questions = [question('甲是什么？', 60_000, 60_010)];
  render(<Bench at={{ ...wrong, questions, text: many.join('\n') }} />);
  expect(line(60_000).getAttribute('aria-selected')).toBe('true');
  const drawn = () => screen.getByRole('listbox').querySelectorAll('[role="option"]').length;
  expect(drawn()).toBe(400);
  press('后面还有 39701');
  expect(drawn()).toBe(400);
  fireEvent.keyDown(screen.getByRole('listbox'), { key: 'End' });
  expect(line(100_000).getAttribute('aria-selected')).toBe('true');
});

test('a table is shown as its cells, on the lines that its questions name', () => {
  const table = { columns: ['题目', '答案'], rows: [['甲是什么？', '甲的答案。']] };
  const { text } = tableToMarkdown(table, { roles: ['question', 'answer'] });
  const lines = text.split('\n');
  const start = lines.findIndex((each) => each.includes('viva:question')) + 1;
  const end = lines.findIndex((each) => each.includes('viva:end')) + 1;
  render(<Bench at={{ ...wrong, text, questions: [question('甲是什么？', start, end)] }} />);
  const shown = screen.getByRole('listbox');
  expect(shown.textContent).not.toContain('viva:');
  expect(line(start).textContent).toContain('题 1');
  expect(line(start + 2).textContent).toContain('1. 甲是什么？');
  expect(shown.textContent).toContain('甲的答案。');
});
