// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { render } from '@/app/_testing/render';
import { scriptFetch } from '@/app/_testing/scripted-fetch';
import { EmbedderPart } from './embedder-part';
import { GraderPart } from './grader-part';

const refresh = vi.fn();
const router = { refresh };
vi.mock('next/navigation', () => ({ useRouter: () => router }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  refresh.mockClear();
});

const embedder = { id: 'hashing', kind: 'hashing', state: 'ready', index: 'exact', notices: [] };
const absent = { state: 'absent' as const, bytesDone: 0, bytesTotal: 0 };

test('a test shows how fast the endpoint is and what it can do', async () => {
  scriptFetch(() => ({ json: { structuredOutput: 'json-object', streaming: true, latencyMs: 412.4 } }));
  render(<GraderPart grader={{ kind: 'llm', model: 'some-model', keyHint: '…9f2a' }} />);
  expect(screen.getByText('已设置 …9f2a')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '测试连接' }));
  expect(await screen.findByText('可用。延迟 412 毫秒；结构化输出：JSON 对象；流式：支持')).toBeDefined();
});

test('a test that fails says why in the language of the page, and quotes the endpoint', async () => {
  const error = {
    kind: 'invalid',
    code: 'chat-model-misconfigured',
    message: 'The endpoint does not accept the key (401). It says: Incorrect API key',
    details: { problem: 'key-refused', said: 'Incorrect API key' },
  };
  scriptFetch(() => ({ status: 400, json: { error } }));
  render(<GraderPart grader={{ kind: 'llm', model: 'some-model' }} />);
  fireEvent.click(screen.getByRole('button', { name: '测试连接' }));
  const told = await screen.findByText(/^没有通过/);
  expect(told.textContent).toBe('没有通过：接口不接受这个密钥。（对方的原话：Incorrect API key）');
});

test('why the wanted embedder does not serve is told in the language of the page', () => {
  const notices = [{ code: 'local-model-absent', message: 'The local model is not there yet.' }];
  render(<EmbedderPart embedder={{ ...embedder, notices }} weights={absent} />);
  expect(screen.getByText('语义模型还没有下载，现在按用词检索。')).toBeDefined();
  expect(screen.queryByText(/local model/)).toBeNull();
});

test('a fetch that failed before the page was opened says why', () => {
  const notice = { code: 'weights-not-writable', message: 'EROFS', details: { said: 'EROFS' } };
  render(<EmbedderPart embedder={embedder} weights={{ ...absent, state: 'failed', notice }} />);
  expect(screen.getByRole('alert').textContent).toContain('模型目录写不进去');
});

test('without a model there is nothing to test', () => {
  render(<GraderPart grader={{ kind: 'offline' }} />);
  expect(screen.queryByRole('button')).toBeNull();
});

test('the weights are fetched with progress, then the page asks again', async () => {
  const events: [string, unknown][] = [
    ['progress', { bytesDone: 12_000_000, bytesTotal: 24_000_000 }],
    ['done', {}],
  ];
  scriptFetch(() => ({ events }));
  render(<EmbedderPart embedder={embedder} weights={absent} />);
  fireEvent.click(screen.getByRole('button', { name: '下载语义模型' }));
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a fetch that fails is one line, and can be tried again', async () => {
  const error = {
    kind: 'unavailable',
    code: 'weights-unreachable',
    message: 'No network.',
    details: { said: 'No network.' },
  };
  scriptFetch(() => ({ events: [['error', error]] }));
  render(<EmbedderPart embedder={embedder} weights={absent} />);
  fireEvent.click(screen.getByRole('button', { name: '下载语义模型' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(
    /^下载没有完成：.*连不上。（对方的原话：No network\.）.*HF_ENDPOINT/,
  );
  expect(screen.getByRole('button', { name: '下载语义模型' })).toBeDefined();
});

test('a fetch that was under way before the page was opened is joined', async () => {
  const requests = scriptFetch(() => ({ events: [['done', {}]] }));
  render(<EmbedderPart embedder={embedder} weights={{ ...absent, state: 'fetching' }} />);
  await vi.waitFor(() => expect(refresh).toHaveBeenCalledOnce());
  expect(requests).toMatchObject([{ method: 'POST', path: '/api/settings/fetch-model' }]);
});

test.each([
  ['zh', '没有通过：连不上服务。请确认 Viva 还在运行，然后再试一次。'],
  ['en', 'Failed: The server cannot be reached. Check that Viva is still running, then try again.'],
] as const)('a server that is gone is told in the language of the page: %s', async (language, words) => {
  scriptFetch(() => 'unreachable');
  render(<GraderPart grader={{ kind: 'llm', model: 'some-model' }} />, language);
  fireEvent.click(screen.getByRole('button', { name: language === 'zh' ? '测试连接' : 'Test' }));
  expect(await screen.findByText(words)).toBeDefined();
});

test('a refusal that the page has a sentence for is told in it, not in the server’s English', async () => {
  const error = { kind: 'unavailable', code: 'database-busy', message: 'Another program is writing.' };
  scriptFetch(() => ({ status: 503, json: { error } }));
  render(<GraderPart grader={{ kind: 'llm', model: 'some-model' }} />);
  fireEvent.click(screen.getByRole('button', { name: '测试连接' }));
  expect(await screen.findByText('没有通过：另一个程序正在写数据库，请稍后再试。')).toBeDefined();
});

test('who leaves while the weights are fetched stops listening, which is no failure', async () => {
  const signals: AbortSignal[] = [];
  vi.stubGlobal('fetch', (_path: string, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    return new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('left', 'AbortError')));
    });
  });
  const { unmount } = render(<EmbedderPart embedder={embedder} weights={absent} />);
  fireEvent.click(screen.getByRole('button', { name: '下载语义模型' }));
  await vi.waitFor(() => expect(signals).toHaveLength(1));
  unmount();
  expect(signals[0]?.aborted).toBe(true);
  await Promise.resolve();
  expect(refresh).not.toHaveBeenCalled();
});
