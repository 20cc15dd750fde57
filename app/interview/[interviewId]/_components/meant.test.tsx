// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { makeGradedInterview, makeInterview } from '@/app/_testing/fixtures';
import { composerField, freshBrowserForEachTest, openRoom } from '@/app/_testing/interview-room';
import { scriptFetch } from '@/app/_testing/scripted-fetch';
import type { InterviewView } from '@/lib/domain/interview';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: () => {}, refresh: () => {} }) }));

freshBrowserForEachTest();

const line = () => screen.getByTestId('meant').textContent;

/** Opens an interview, types, and returns what was sent. */
function openAndType(view: InterviewView, text: string) {
  const requests = scriptFetch((method) =>
    method === 'POST' ? { events: [['stored', { messageId: 'm9' }]] } : { json: view },
  );
  openRoom(view);
  fireEvent.change(composerField(), { target: { value: text } });
  return requests;
}

async function send() {
  fireEvent.keyDown(composerField(), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(composerField().value).toBe(''));
}

describe('words that are no answer', () => {
  test.each([
    ['能给点提示吗', 'hint', '要提示'],
    ['这题啥意思', 'clarify', '问题目'],
    ['我不会，跳过吧', 'skip', '跳过'],
    ['直接看答案吧', 'reveal', '参考答案'],
  ])('%s is sent as %s, which the page says before', async (text, intent, said) => {
    const requests = openAndType(makeInterview(), text);
    expect(line()).toContain(said);
    await send();
    expect(requests[0]).toMatchObject({ method: 'POST', body: { intent, text } });
    expect(line()).toBe('');
  });

  test('a complaint about the grade is discussed, though the composer stands on answering', async () => {
    const requests = openAndType(makeGradedInterview(), '为什么扣分了，我明明说了');
    await send();
    expect(requests[0]).toMatchObject({ body: { intent: 'discuss' } });
  });

  test('who insists is graded, also when more is typed behind it', async () => {
    const requests = openAndType(makeInterview(), '为什么省显存');
    fireEvent.click(screen.getByTestId('insist'));
    expect(line()).toBe('');
    fireEvent.change(composerField(), { target: { value: '为什么省显存呢' } });
    await send();
    expect(requests[0]).toMatchObject({ body: { intent: 'answer', text: '为什么省显存呢' } });
  });

  test('ending is asked for once more', () => {
    const requests = openAndType(makeInterview(), '今天就到这里吧');
    fireEvent.click(screen.getByTestId('send'));
    expect(within(screen.getByRole('dialog')).getByTestId('finish-confirm')).toBeDefined();
    expect(requests).toEqual([]);
  });

  test('what the interview does not allow now is said, and not graded by mistake', () => {
    const view = makeInterview({ allowedIntents: ['answer', 'clarify', 'skip', 'next', 'finish'] });
    openAndType(view, '再给个提示');
    expect(line()).toContain('做不了');
    expect(screen.getByTestId<HTMLButtonElement>('send').disabled).toBe(true);
  });

  test('an answer is an answer', async () => {
    const requests = openAndType(makeInterview(), '是不是因为优化器状态变少了？');
    expect(line()).toBe('');
    await send();
    expect(requests[0]).toMatchObject({ body: { intent: 'answer' } });
  });
});
