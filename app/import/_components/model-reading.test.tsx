// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { type Reply, scriptFetch } from '@/app/_testing/scripted-fetch';
import type { PreviewDocument, ReadingProposal, WindowState } from '@/lib/domain/question-bank';
import { DocumentReview } from './review';
import { useLooked } from './use-looked';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const LINES = ['# 笔记', '为什么要醒面？', '让面筋松弛。', '面要揉到光滑。'];
const notes: PreviewDocument = {
  name: '笔记.md',
  encoding: 'utf-8',
  status: 'new',
  questions: [],
  retired: [],
  passages: [],
  issues: [],
  text: LINES.join('\n'),
};
const anchor = (line: number) => ({ line, text: LINES[line - 1] ?? '' });

function proposal(line: number, stem: string, modelWritten?: ['stem']): ReadingProposal {
  const question = {
    kind: 'open' as const,
    stem,
    answer: LINES[line] ?? '',
    topics: [],
    start: anchor(line),
    end: anchor(line + 1),
    ...(modelWritten && { modelWritten }),
  };
  return {
    id: stem,
    windowId: 'w_1',
    type: 'add',
    lines: { start: line, end: line + 1 },
    stem,
    answer: question.answer,
    reason: '值得问',
    corrections: [{ type: 'add', question }],
    ...(modelWritten && { modelWritten }),
  };
}
const OWN = proposal(2, '为什么要醒面？');
const WRITTEN = proposal(3, '揉到什么程度？', ['stem']);

const range = { id: 'w_1', lines: { start: 1, end: 4 }, task: 'notes' as const, characters: 30 };
const waiting: WindowState = { ...range, state: 'waiting' };
const done: WindowState = { ...range, state: 'done', found: 2, dropped: { known: 1 } };
const failed: WindowState = { ...range, state: 'failed', reason: 'cut-reply', message: 'cut' };

function pass(window: WindowState, proposals: ReadingProposal[]): Reply {
  return {
    events: [
      ['planned', { model: 'm-1', windows: [waiting], todo: 1 }],
      ['window', { window, proposals, done: 1, total: 1 }],
      ['done', { done: 1, failed: 0, proposals: proposals.length }],
    ],
  };
}

function serve(reply: () => Reply, grader: object = { kind: 'llm', model: 'm-1' }) {
  return scriptFetch((method, path, body) => {
    if (path === '/api/settings') return { json: { grader } };
    if (path.endsWith('/model-reading')) return reply();
    const { text: _, ...rest } = notes;
    const { corrections } = body as Pick<PreviewDocument, 'corrections'>;
    const modelReading = { model: 'm-1', windows: [done], proposals: [OWN, WRITTEN] };
    return method === 'PUT' ? { json: { document: { ...rest, corrections, modelReading } } } : 'unreachable';
  });
}

function Bench({ at = notes }: { at?: PreviewDocument }) {
  const [document, setDocument] = useState(at);
  return (
    <DocumentReview importId="p1" document={document} looked={useLooked('p1')} onDocument={setDocument} />
  );
}

/** Unfolds the panel; happy-dom does not fire `toggle` on its own. */
function open(): void {
  const panel = screen.getByTestId('model-reading') as HTMLDetailsElement;
  panel.open = true;
  fireEvent(panel, new Event('toggle'));
}

test('a pass shows what it found; the document’s words are taken at once, the model’s each by itself', async () => {
  const requests = serve(() => pass(done, [OWN, WRITTEN]));
  render(<Bench />);
  open();
  fireEvent.click(await screen.findByRole('button', { name: '用 m-1 读拿不准的地方' }));
  await waitFor(() => expect(screen.getByTestId('model-said').textContent).toBe('读完了，1 段。'));
  expect(screen.getAllByTestId('proposal')).toHaveLength(2);
  expect(screen.getByText('题目由模型撰写，原文没有这句话。')).toBeDefined();
  expect(screen.getByText(/^有 1 条建议和原文对不上/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '采用全部原文建议（1 条）' }));
  expect(await screen.findByText('已采用')).toBeDefined();
  expect(screen.getByTestId('review-said').textContent).toContain('采用了 1 条建议');
  fireEvent.click(screen.getByRole('button', { name: '我确认，采用' }));
  await waitFor(() => expect(screen.getAllByText('已采用')).toHaveLength(2));
  const bodies = requests.filter(({ method }) => method === 'PUT').map(({ body }) => body);
  expect(bodies).toEqual([
    { document: '笔记.md', corrections: OWN.corrections },
    { document: '笔记.md', corrections: [...OWN.corrections, ...WRITTEN.corrections] },
  ]);
});

test('what the model found meanwhile stands, though the answer to a correction knows nothing of it', async () => {
  const before = { ...notes, modelReading: { model: 'm-1', windows: [waiting], proposals: [] } };
  const { text: _, ...older } = before;
  scriptFetch((_method, path) => {
    if (path === '/api/settings') return { json: { grader: { kind: 'llm', model: 'm-1' } } };
    if (path.endsWith('/model-reading')) return pass(done, [OWN, WRITTEN]);
    return { json: { document: { ...older, corrections: OWN.corrections } } };
  });
  render(<Bench at={before} />);
  open();
  fireEvent.click(await screen.findByTestId('model-read'));
  fireEvent.click(await screen.findByRole('button', { name: '采用全部原文建议（1 条）' }));
  expect(await screen.findByText('已采用')).toBeDefined();
  expect(screen.getAllByTestId('proposal')).toHaveLength(2);
});

test('a part that failed says why and is asked about again', async () => {
  const replies = [pass(failed, []), pass(done, [OWN])];
  const requests = serve(() => replies.shift() ?? 'unreachable');
  render(<Bench />);
  open();
  fireEvent.click(await screen.findByTestId('model-read'));
  expect((await screen.findByTestId('model-failed')).textContent).toContain(
    '第 1 到 4 行没能读完：模型的回复中途断了，没有采用。',
  );
  fireEvent.click(await screen.findByRole('button', { name: '再试这一段' }));
  expect(await screen.findAllByTestId('proposal')).toHaveLength(1);
  expect(screen.queryByTestId('model-failed')).toBeNull();
  expect(requests.at(-1)?.body).toEqual({ document: '笔记.md', windowId: 'w_1' });
});

test('a pass that breaks off keeps what was found and says so', async () => {
  serve(() => ({
    events: [['planned', { model: 'm-1', windows: [waiting], todo: 1 }]],
    isCut: true,
  }));
  render(<Bench at={{ ...notes, modelReading: { model: 'm-1', windows: [waiting], proposals: [OWN] } }} />);
  expect(screen.getByText('用模型再读一遍（1 条建议）')).toBeDefined();
  open();
  fireEvent.click(await screen.findByTestId('model-read'));
  expect((await screen.findByRole('alert')).textContent).toContain('连不上');
  expect(screen.getByText('还有 1 段没有读。')).toBeDefined();
  expect(screen.getAllByTestId('proposal')).toHaveLength(1);
});

test('what the reader cannot follow any more is not taken, and that is said', async () => {
  const { text: _, ...rest } = notes;
  const lost = { code: 'correction-lost', severity: 'warning', line: 2, message: 'lost' } as const;
  const requests = scriptFetch((_method, path, body) => {
    if (path === '/api/settings') return { json: { grader: { kind: 'offline' } } };
    const { corrections = [] } = body as Pick<PreviewDocument, 'corrections'>;
    return { json: { document: { ...rest, corrections, issues: corrections.length > 0 ? [lost] : [] } } };
  });
  render(<Bench at={{ ...notes, modelReading: { model: 'm-1', windows: [done], proposals: [OWN] } }} />);
  open();
  fireEvent.click(await screen.findByRole('button', { name: '采用' }));
  expect((await screen.findByRole('alert')).textContent).toBe('没能采用：文档现在不能这样读了。');
  expect(requests.at(-1)?.body).toMatchObject({ corrections: [] });
  expect(screen.queryByText('已采用')).toBeNull();
});

test('without a model it says how to set one up, and asks nothing', async () => {
  const requests = serve(() => 'unreachable', { kind: 'offline' });
  render(<Bench />);
  expect(requests).toEqual([]);
  open();
  expect((await screen.findByTestId('model-missing')).textContent).toContain('CHAT_MODEL');
  expect(screen.queryByTestId('model-read')).toBeNull();
});

test('a question whose words are a model’s is marked where it is shown', () => {
  const question = {
    id: 'q_1',
    kind: 'open' as const,
    stem: '揉到什么程度？',
    answer: '面要揉到光滑。',
    topics: [],
    lines: { start: 4, end: 4 },
    modelWritten: ['stem' as const],
    change: 'new' as const,
  };
  render(<Bench at={{ ...notes, questions: [question] }} />);
  expect(screen.getByTestId('model-written-stem').textContent).toBe('模型撰写，已由你确认');
  expect(screen.queryByTestId('model-written-answer')).toBeNull();
});
