import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { say, sayAll, startOver, viewOf } from './api';
import { chromiumPath } from './chromium';
import { TEA_BANK } from './documents';
import { FAULTS } from './fault-script';
import { chooseFiles, textFile } from './import-page';
import { API_KEY, MODEL_NAME, modelStand } from './model-stand';
import { atRest, fixSeed, interviewIdOf, onStage, spokenAnswer, write, writeAndWait } from './room';
import { forgive } from './stand';

describe.skipIf(chromiumPath === '')('an interview with a scripted model', () => {
  const { stand, model } = modelStand();
  afterEach(() => model.recover());

  /** Opens a practice interview over open questions, the same ones for the same seed. */
  async function openInterview(page: Page, seed = 11): Promise<string> {
    const id = await startOver(stand.url, { mode: 'practice', kinds: ['open'], limit: 3, seed });
    await page.goto(`/interview/${id}`);
    await page.getByTestId('question-stem').waitFor();
    return id;
  }

  it('walks from start to the report with digits, a streamed critique and a follow-up', async () => {
    const { page } = await stand.visit();
    await fixSeed(page, 5);
    await page.goto('/');
    await page.getByTestId('status-line').getByText(MODEL_NAME).waitFor();
    await page.getByRole('group', { name: '题型' }).getByRole('button', { name: /^问答/ }).click();
    await page.getByTestId('start').click();
    await page.waitForURL('**/interview/**');
    const { questionId } = await onStage(stand.url, page);
    await page.getByTestId('hint').click();
    await page.getByText('提示 1 / 3').waitFor();
    await atRest(page);
    model.delayMs = 300;
    await write(page, await spokenAnswer(stand.url, questionId, 1));
    await page.getByText('正在核对要点…').first().waitFor();
    await page.getByTestId('feedback-card').waitFor();
    await page.getByRole('region', { name: '点评' }).getByText('下一步').waitFor();
    await atRest(page);
    const heading = page.getByTestId('feedback-card').getByRole('heading', { level: 2 });
    expect(await heading.innerText()).toMatch(/\d+\s*\/ 100/);
    await heading.getByText(MODEL_NAME).waitFor();
    await page.locator('article[data-kind="follow-up"]').first().waitFor();
    await writeAndWait(page, await spokenAnswer(stand.url, questionId, 2));
    await page.getByRole('group', { name: '各次回答' }).waitFor();
    await page.getByTestId('next').click();
    await page.getByText('第 2 / 10 题').waitFor();
    await page.getByTestId('finish').click();
    await page.getByTestId('finish-confirm').click();
    await page.waitForURL('**/report/**');
    await page.getByText('模型评分，按 1 个回答平均').waitFor();
    await page.reload();
    await page.getByText('模型评分，按 1 个回答平均').waitFor();
  });

  it('asks a question of an imported document and grades it', async () => {
    const { page } = await stand.visit();
    await chooseFiles(page, textFile('茶艺.txt', TEA_BANK));
    await page.getByTestId('import-confirm').click();
    await page.getByRole('button', { name: '就考这些' }).click();
    await page.waitForURL('**/interview/**');
    const { kind } = await onStage(stand.url, page);
    await writeAndWait(page, kind === 'choice' ? 'B' : '因为绿茶没有发酵，茶多酚容易被高温破坏，汤色会变黄');
    const [answer] = (await onStage(stand.url, page)).answers;
    expect(answer).toMatchObject({ state: 'graded', grade: { grader: { kind: 'llm' } } });
  });

  const QUICK = Object.keys(FAULTS).filter((word) => word !== '停住故障');
  it.each(QUICK)('shows 未评分 after %s and grades the stored answer on retry', async (word) => {
    const { page } = await stand.visit();
    const id = await openInterview(page);
    model.fail(word);
    await write(page, `我先说一句：${word}。`);
    await page.getByRole('heading', { name: '未评分' }).waitFor();
    await page.getByText('你的回答已保存。').waitFor();
    await atUngradedRest(page);
    const [failed] = (await onStage(stand.url, page)).answers;
    expect(failed).toMatchObject({ state: 'ungraded' });
    expect(failed?.grade).toBeUndefined();
    await page.getByRole('button', { name: '先看离线估计' }).click();
    await page.getByRole('region', { name: '离线估计' }).waitFor();
    model.recover();
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByTestId('feedback-card').getByText('/ 100').waitFor();
    await atRest(page);
    const { questions } = await viewOf(stand.url, id);
    expect(questions[0]?.answers).toMatchObject([{ state: 'graded', grade: { grader: { kind: 'llm' } } }]);
  });

  it('keeps a grade whose critique broke off, and finishes the critique on request', async () => {
    const { page } = await stand.visit();
    await openInterview(page);
    const { questionId } = await onStage(stand.url, page);
    model.cutsCritiques = true;
    await write(page, await spokenAnswer(stand.url, questionId, 1));
    await page.getByText('点评没有写完').waitFor();
    await page.getByTestId('feedback-card').getByText('/ 100').waitFor();
    model.recover();
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('region', { name: '点评' }).getByText('下一步').waitFor();
    await expect.poll(() => page.getByText('点评没有写完').count()).toBe(0);
  });

  it('finishes and stores a grade whose tab was closed', async () => {
    const first = await stand.visit();
    const id = await openInterview(first.page);
    model.delayMs = 2500;
    await write(first.page, '我会先看数据，再看训练。');
    await first.page.getByText('正在核对要点…').first().waitFor();
    await first.context.close();
    const { page } = await stand.visit();
    await page.goto(`/interview/${id}`);
    await page.getByText('正在核对要点…').first().waitFor();
    await page.getByTestId('feedback-card').getByText('/ 100').waitFor();
    expect((await onStage(stand.url, page)).answers).toMatchObject([{ state: 'graded' }]);
  });

  it('refuses a second message while one runs, in words, and keeps the draft', async () => {
    const first = await stand.visit();
    const second = await stand.visit();
    const id = await openInterview(first.page);
    await second.page.goto(`/interview/${id}`);
    await second.page.getByTestId('composer').and(second.page.locator(':not([readonly])')).waitFor();
    model.delayMs = 3000;
    await write(first.page, '第一个标签页的回答。');
    await first.page.getByText('正在核对要点…').first().waitFor();
    await write(second.page, '第二个标签页的回答。');
    await second.page.getByText('上一条还在处理').waitFor();
    expect(await second.page.getByTestId('composer').inputValue()).toBe('第二个标签页的回答。');
    await second.page.getByTestId('feedback-card').getByText('/ 100').waitFor();
    expect((await onStage(stand.url, second.page)).answers).toHaveLength(1);
    // The browser reports the refusal itself.
    forgive(second.problems, /409/);
  });

  it('stores a message that is sent twice once, and answers both with what it led to', async () => {
    const id = await startOver(stand.url, { mode: 'practice', kinds: ['open'], limit: 2, seed: 3 });
    const message = { intent: 'answer', text: '同一句话。', clientId: 'client-1' };
    const [one, two] = await Promise.all([sayAll(stand.url, id, message), sayAll(stand.url, id, message)]);
    const three = await sayAll(stand.url, id, message);
    for (const events of [one, two, three]) {
      expect(events[0]).toMatchObject({ event: 'stored', data: { messageId: one[0]?.data.messageId } });
      expect(events.find(({ event }) => event === 'verdicts')).toMatchObject({ data: { state: 'graded' } });
      expect(events.at(-1)?.event).toBe('done');
    }
    const { questions } = await viewOf(stand.url, id);
    expect(questions[0]?.answers).toHaveLength(1);
  });

  it('cancels a discussion when the person leaves, and nothing else', async () => {
    const id = await startOver(stand.url, { mode: 'practice', kinds: ['open'], limit: 2, seed: 3 });
    await sayAll(stand.url, id, { intent: 'answer', text: '一句话。' });
    model.delayMs = 4000;
    for await (const { event } of say(stand.url, id, { intent: 'discuss', text: '为什么？' }))
      if (event === 'stored') break;
    await expect
      .poll(async () => (await viewOf(stand.url, id)).questions[0]?.messages.at(-1)?.state)
      .not.toBe('pending');
    model.recover();
    const again = await sayAll(stand.url, id, { intent: 'discuss', text: '为什么？' });
    expect(again.some(({ event }) => event === 'reply')).toBe(true);
  });

  it('lists the ungraded apart in the report of a mock interview, and grades them on retry', async () => {
    const { page } = await stand.visit();
    const id = await startOver(stand.url, { mode: 'mock', kinds: ['open'], limit: 2, minutes: 20, seed: 7 });
    model.fail('限流故障');
    await sayAll(stand.url, id, { intent: 'answer', text: '第一题遇到限流故障。' });
    await sayAll(stand.url, id, { intent: 'next' });
    await sayAll(stand.url, id, { intent: 'answer', text: '第二题平安无事。' });
    await sayAll(stand.url, id, { intent: 'finish' });
    await page.goto(`/report/${id}`);
    await page.getByText('模型评分，按 1 个回答平均').waitFor();
    await page.getByText('这些回答没有评分，也不计入任何平均。').waitFor();
    model.recover();
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByText('模型评分，按 2 个回答平均').waitFor();
    expect(await page.getByText('这些回答没有评分').count()).toBe(0);
  });

  it('tests the connection in settings and never shows the key', async () => {
    const { page } = await stand.visit();
    await page.goto('/settings');
    await page.getByText('已设置 …0000').waitFor();
    await page.getByRole('button', { name: '测试连接' }).and(page.locator(':enabled')).click();
    await page.getByText(/可用。延迟 \d+ 毫秒/).waitFor();
    expect(await page.content()).not.toContain(API_KEY);
    const settings = await (await fetch(`${stand.url}/api/settings`)).text();
    expect(settings).not.toContain(API_KEY);
  });

  it('waits in words for a model that does not answer, and goes on elsewhere meanwhile', async () => {
    const { page } = await stand.visit();
    const id = await openInterview(page);
    model.fail('停住故障');
    await write(page, '我说停住故障。');
    await page.getByText('可以离开，结果会保留').waitFor();
    await page.goto('/questions');
    await page.getByTestId('question-list').waitFor();
    await page.goto(`/interview/${id}`);
    await page.getByText('可以离开，结果会保留').waitFor();
    expect(interviewIdOf(page)).toBe(id);
  });
});

/** The ways on of an ungraded card can be pressed. */
async function atUngradedRest(page: Page): Promise<void> {
  await page.getByRole('button', { name: '重试' }).and(page.locator(':enabled')).waitFor();
}
