// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { type Reply, scriptFetch } from '@/app/_testing/scripted-fetch';
import type { ImportPreview, PreviewDocument } from '@/lib/domain/question-bank';
import { ImportDesk } from './import-desk';

const push = vi.fn();
vi.mock('next/navigation', () => ({
  useRouter: () => ({ push, refresh: () => {} }),
  useSearchParams: () => new URLSearchParams(window.location.search),
}));
beforeEach(() => window.history.replaceState(null, '', '/import'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TEXT = '# 题\n\n## 什么是早停？\n\n验证集不再变好就停。\n\n## 没有答案的题？\n';
const document_: PreviewDocument = {
  name: '我的题.md',
  encoding: 'utf-8',
  status: 'new',
  basis: 'p_1',
  questions: [
    {
      id: 'a',
      kind: 'open',
      stem: '什么是早停？',
      answer: '验证集不再变好就停。',
      topics: [],
      lines: { start: 3, end: 5 },
      change: 'new',
    },
    {
      id: 'b',
      kind: 'open',
      stem: '没有答案的题？',
      answer: '',
      topics: [],
      lines: { start: 7, end: 7 },
      change: 'new',
    },
  ],
  retired: [],
  passages: [],
  issues: [{ code: 'no-answer', severity: 'warning', line: 7, message: 'No answer.' }],
  text: TEXT,
};
const preview: ImportPreview = { id: 'p1', documents: [document_] };
const counts = { added: 2, changed: 0, unchanged: 0, retired: 0, passages: 0 };

function serve(replies: Record<string, Reply>) {
  return scriptFetch((method, path) => replies[`${method} ${path}`] ?? 'unreachable');
}

/** A server whose one answer comes when the test says so. */
function serveLater() {
  const requests: string[] = [];
  const waiting: ((response: Response) => void)[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    requests.push(path);
    return new Promise<Response>((resolve) => waiting.push(resolve));
  });
  const answer = (json: unknown, status = 200) =>
    act(async () => {
      waiting.shift()?.(Response.json(json, { status }));
    });
  return { requests, answer };
}

const choose = () =>
  fireEvent.change(screen.getByTestId('import-files'), {
    target: { files: [new File([TEXT], '我的题.md')] },
  });

test('choose, look at the doubtful first, confirm, take it back', async () => {
  const requests = serve({
    'POST /api/imports': { json: preview },
    'POST /api/imports/p1/confirm': { json: { documents: [{ id: 'd1', name: '我的题.md', ...counts }] } },
    'GET /api/doubts?document=d1': { json: { questions: [{}] } },
    'DELETE /api/documents/d1': { json: {} },
  });
  render(<ImportDesk />);
  choose();
  const confirm = await screen.findByTestId('import-confirm');
  expect(confirm.textContent).toBe('导入 2 题');
  expect(screen.getByTestId('count-questions').textContent).toBe('2');
  expect(screen.getByTestId('count-doubts').textContent).toBe('1');
  const selected = screen.getByTestId('selected-question').closest('li');
  expect(selected?.textContent).toContain('没有答案的题？');
  expect(screen.getByText(/第 7 行 没有答案/)).toBeDefined();
  expect(window.location.search).toBe('?id=p1');
  fireEvent.click(confirm);
  await screen.findByTestId('import-done');
  expect((await screen.findByTestId('doubted-note')).textContent).toContain('1 道题的参考答案可能有误');
  fireEvent.click(screen.getByRole('button', { name: '撤销这次导入' }));
  await screen.findByTestId('import-files');
  expect(screen.getByRole('status').textContent).toContain('我的题.md 不再在题库里');
  expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/imports',
    'POST /api/imports/p1/confirm',
    'GET /api/doubts?document=d1',
    'DELETE /api/documents/d1',
  ]);
});

test('while the import is written nothing can be changed, and the button says so; a failure unlocks', async () => {
  const later = serveLater();
  render(<ImportDesk />);
  choose();
  await later.answer(preview);
  const confirm = await screen.findByTestId('import-confirm');
  const reading = screen.getByTestId('count-questions');
  expect(reading.closest('[inert]')).toBeNull();
  fireEvent.click(confirm);
  expect(reading.closest('[inert]')).not.toBeNull();
  expect(confirm.textContent).toContain('正在导入');
  expect(screen.getByTestId('confirm-news').textContent).toBe('正在写入题库…');
  fireEvent.click(confirm);
  await later.answer({ error: { kind: 'unavailable', code: 'disk-full', message: 'Full.' } }, 503);
  expect(screen.getByRole('alert').textContent).toContain('磁盘满了');
  expect(screen.getByTestId('count-questions').closest('[inert]')).toBeNull();
  expect(screen.getByTestId('import-confirm').textContent).toBe('导入 2 题');
  expect(later.requests).toEqual(['/api/imports', '/api/imports/p1/confirm']);
});

test('what is shown is what is imported: while a document is read again there is nothing to confirm', async () => {
  const later = serveLater();
  render(<ImportDesk />);
  choose();
  await later.answer(preview);
  const confirm = await screen.findByTestId<HTMLButtonElement>('import-confirm');
  fireEvent.click(screen.getByRole('button', { name: '不是题' }));
  expect(confirm.disabled).toBe(true);
  expect(screen.getByTestId('confirm-news').textContent).toContain('正在重新读');
  const [first] = document_.questions;
  await later.answer({ document: { ...document_, questions: [first] } });
  expect(confirm.disabled).toBe(false);
  expect(confirm.textContent).toBe('导入 1 题');
});

test('nothing new has nothing to confirm', async () => {
  const same = {
    ...document_,
    status: 'unchanged' as const,
    questions: document_.questions.map((question) => ({ ...question, change: 'unchanged' as const })),
  };
  serve({ 'POST /api/imports': { json: { id: 'p1', documents: [same] } } });
  render(<ImportDesk />);
  choose();
  expect(await screen.findByText('没有需要导入的内容。')).toBeDefined();
  expect(screen.queryByTestId('import-confirm')).toBeNull();
});

test('a document of the same name can be kept beside the other', async () => {
  const clash = {
    ...document_,
    status: 'changed' as const,
    retired: [{ id: 'z', stem: '旧题' }],
    nameConflict: { documentId: 'd0', questions: 1 },
  };
  const requests = serve({
    'POST /api/imports': { json: { id: 'p1', documents: [clash] } },
    'POST /api/imports/p1/confirm': { json: { documents: [{ id: 'd1', name: '我的题 2.md', ...counts }] } },
  });
  render(<ImportDesk />);
  choose();
  expect((await screen.findByTestId('import-confirm')).textContent).toBe('导入 2 题，退役 1 题');
  fireEvent.click(await screen.findByRole('radio', { name: '两份都留' }));
  expect(screen.getByTestId('import-confirm').textContent).toBe('导入 2 题');
  expect(screen.queryByText('旧题')).toBeNull();
  fireEvent.click(screen.getByTestId('import-confirm'));
  await screen.findByTestId('import-done');
  const confirmed = requests.find(({ path }) => path.endsWith('/confirm'));
  expect(confirmed?.body).toEqual({
    keepBoth: ['我的题.md'],
    seen: [{ document: '我的题.md', basis: 'p_1' }],
  });
  expect((await screen.findByTestId('doubted-note')).textContent).toContain('没能查出');
  fireEvent.click(screen.getByRole('button', { name: '撤销这次导入' }));
  await waitFor(() => expect(requests.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/documents/d1' }));
});

test('a document that replaced another cannot be taken out by an undo', async () => {
  const changed = { ...document_, status: 'changed' as const };
  serve({
    'POST /api/imports': { json: { id: 'p1', documents: [changed] } },
    'POST /api/imports/p1/confirm': { json: { documents: [{ id: 'd1', name: '我的题.md', ...counts }] } },
  });
  render(<ImportDesk />);
  choose();
  fireEvent.click(await screen.findByTestId('import-confirm'));
  await screen.findByTestId('import-done');
  expect(screen.queryByRole('button', { name: '撤销这次导入' })).toBeNull();
  await screen.findByTestId('doubted-note');
});

test('a reload shows the same preview again; one that is gone is said to be', async () => {
  window.history.replaceState(null, '', '/import?id=p1');
  serve({ 'GET /api/imports/p1': { json: preview } });
  const { unmount } = render(<ImportDesk />);
  expect((await screen.findByTestId('import-confirm')).textContent).toBe('导入 2 题');
  unmount();
  const gone = { kind: 'not-found', code: 'import-not-found', message: 'Gone.' };
  serve({ 'GET /api/imports/p1': { status: 404, json: { error: gone } } });
  render(<ImportDesk />);
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('请重新选择文档'));
  expect(screen.getByTestId('import-files')).toBeDefined();
});

test('what went wrong is said, and one can choose again', async () => {
  serve({
    'POST /api/imports': {
      status: 400,
      json: { error: { kind: 'invalid', code: 'document-too-large', message: 'a.md is larger than 10 MB.' } },
    },
  });
  render(<ImportDesk />);
  choose();
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('larger than 10 MB'));
  expect(screen.getByTestId('import-files')).toBeDefined();
});

test('pasted text is still there when it could not be read, and gone once it is imported', async () => {
  const replies: Reply[] = ['unreachable', { json: preview }];
  scriptFetch((_, path) => {
    if (path.endsWith('/confirm')) return { json: { documents: [] } };
    return replies.shift() ?? 'unreachable';
  });
  render(<ImportDesk />);
  const pasted = () => screen.getByLabelText<HTMLTextAreaElement>('题库文字');
  fireEvent.change(pasted(), { target: { value: TEXT } });
  fireEvent.click(screen.getByRole('button', { name: '读取' }));
  await screen.findByRole('alert');
  expect(pasted().value).toBe(TEXT);
  expect(pasted().closest('details')?.open).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '读取' }));
  fireEvent.click(await screen.findByTestId('import-confirm'));
  await screen.findByTestId('import-done');
  fireEvent.click(screen.getByRole('button', { name: '继续导入' }));
  expect(pasted().value).toBe('');
});

test('an answer that comes when the person is on another page leaves that page its address', async () => {
  const { requests, answer } = serveLater();
  const { unmount } = render(<ImportDesk />);
  choose();
  await waitFor(() => expect(requests).toHaveLength(1));
  unmount();
  window.history.pushState(null, '', '/questions');
  await answer(preview);
  expect(window.location.pathname + window.location.search).toBe('/questions');
});

test('a preview that comes after the person has gone back is not shown', async () => {
  window.history.replaceState(null, '', '/import?id=p1');
  const { requests, answer } = serveLater();
  const { rerender } = render(<ImportDesk />);
  await waitFor(() => expect(requests).toHaveLength(1));
  window.history.replaceState(null, '', '/import');
  rerender(<ImportDesk />);
  await answer(preview);
  expect(screen.getByTestId('import-files')).toBeDefined();
  expect(screen.queryByTestId('import-confirm')).toBeNull();
});

test('an undo that is pressed twice is done once', async () => {
  const requests = serve({
    'POST /api/imports': { json: preview },
    'POST /api/imports/p1/confirm': { json: { documents: [{ id: 'd1', name: '我的题.md', ...counts }] } },
    'GET /api/doubts?document=d1': { json: { questions: [] } },
    'DELETE /api/documents/d1': { json: {} },
  });
  render(<ImportDesk />);
  choose();
  fireEvent.click(await screen.findByTestId('import-confirm'));
  const undo = await screen.findByRole('button', { name: '撤销这次导入' });
  fireEvent.click(undo);
  fireEvent.click(undo);
  await screen.findByTestId('import-files');
  expect(requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
});

/** What another window left of the first preview: the question without an answer was dropped. */
const changed: PreviewDocument = {
  ...document_,
  basis: 'p_2',
  questions: document_.questions.slice(0, 1),
  issues: [],
  corrections: [{ type: 'drop', at: { line: 7, text: '## 没有答案的题？' } }],
};
const meanwhile = {
  status: 409,
  json: { error: { kind: 'conflict', code: 'import-changed-meanwhile', message: 'Changed.' } },
};
const WORDS = '刚才另一个窗口改过或导入过这里的文档，你这一步没有做。';

test('what another window corrected is shown instead of being confirmed unseen', async () => {
  const requests = serve({
    'POST /api/imports': { json: preview },
    'POST /api/imports/p1/confirm': meanwhile,
    'GET /api/imports/p1': { json: { id: 'p1', documents: [changed] } },
  });
  render(<ImportDesk />);
  choose();
  fireEvent.click(await screen.findByTestId('import-confirm'));
  expect((await screen.findByRole('alert')).textContent).toContain(WORDS);
  expect(screen.getByTestId('import-confirm').textContent).toBe('导入 1 题');
  expect(screen.getByText('已改 1 处')).toBeDefined();
  fireEvent.click(screen.getByTestId('import-confirm'));
  await waitFor(() => expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(3));
  const seen = requests.filter(({ path }) => path.endsWith('/confirm')).map(({ body }) => body);
  expect(seen).toMatchObject([{ seen: [{ basis: 'p_1' }] }, { seen: [{ basis: 'p_2' }] }]);
});

test('a correction made on what another window changed is refused once, and goes onto the new state', async () => {
  let isRefused = false;
  const requests = scriptFetch((method, path, body) => {
    if (path === '/api/imports') return { json: preview };
    if (method === 'GET') return { json: { id: 'p1', documents: [changed] } };
    if (!isRefused) {
      isRefused = true;
      return meanwhile;
    }
    const { corrections } = body as Pick<PreviewDocument, 'corrections'>;
    return { json: { document: { ...changed, basis: 'p_3', corrections } } };
  });
  render(<ImportDesk />);
  choose();
  fireEvent.click(await screen.findByRole('button', { name: '不是题' }));
  // Pressed while the first is under way: it was meant for the same old state.
  fireEvent.click(screen.getByRole('button', { name: '改为选择题' }));
  expect((await screen.findByRole('alert')).textContent).toContain(WORDS);
  expect(screen.getByText('已改 1 处')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: /什么是早停/ }));
  fireEvent.click(screen.getByRole('button', { name: '改为选择题' }));
  await screen.findByText('已改 2 处');
  expect(screen.queryByRole('alert')).toBeNull();
  const sent = requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  expect(sent).toMatchObject([
    { basis: 'p_1', corrections: [{ type: 'drop' }] },
    {
      basis: 'p_2',
      corrections: [
        { type: 'drop', at: { line: 7 } },
        { type: 'kind', at: { line: 3 } },
      ],
    },
  ]);
});

test('of notes it says that they are notes, and how a question in them can be marked', async () => {
  const done = (name: string, rest: object) => ({ id: name, name, ...counts, added: 0, ...rest });
  serve({
    'POST /api/imports': { json: preview },
    'POST /api/imports/p1/confirm': {
      json: {
        documents: [
          done('笔记.md', { passages: 12 }),
          done('空.md', { retired: 3 }),
          done('题.md', { unchanged: 2, passages: 1 }),
        ],
      },
    },
    'GET /api/doubts?document=%E9%A2%98.md': { json: { questions: [] } },
  });
  render(<ImportDesk />);
  choose();
  fireEvent.click(await screen.findByTestId('import-confirm'));
  const shown = await screen.findByTestId('import-done');
  expect([...shown.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    '笔记.md：没有题目，收作资料 12 段，解释题目里的概念时会用到',
    '空.md：退役 3 题，没有题目，也没有可以收作资料的内容',
    '题.md：未变 2 题，段落 1 段',
  ]);
  expect(shown.textContent).toContain('没有认出题目的文档里如果其实有题');
});
