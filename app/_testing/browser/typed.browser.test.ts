import { describe, expect, it } from 'vitest';
import { startOver } from './api';
import { chromiumPath } from './chromium';
import { onStage, writeAndWait } from './room';
import { forgive, suiteStand } from './stand';

describe.skipIf(chromiumPath === '')('what people type without pressing a button', () => {
  const stand = suiteStand();

  async function begin(limit = 3): Promise<string> {
    return startOver(stand.url, { mode: 'practice', kinds: ['open'], limit, seed: 11 });
  }

  it('gives a hint, explains, takes a complaint from the grade, and asks before it ends', async () => {
    const { page } = await stand.visit();
    await page.goto(`/interview/${await begin()}`);
    await page.getByTestId('composer').fill('这个我想不起来了，能给点提示吗');
    await page.getByTestId('meant').getByText('要提示').waitFor();
    await writeAndWait(page, '这个我想不起来了，能给点提示吗');
    await page.getByText('提示 1 / 3').waitFor();
    await writeAndWait(page, '这题啥意思');
    await page.locator('article[data-kind="clarify"]').waitFor();
    expect((await onStage(stand.url, page)).answers).toEqual([]);
    await writeAndWait(page, '嗯，就是说，我印象里跟训练的数据有关系。');
    await page.getByTestId('feedback-card').waitFor();
    await writeAndWait(page, '为什么扣分了，我明明说了');
    await page.locator('article[data-kind="discuss"]').getByText('这次评分的依据').waitFor();
    expect((await onStage(stand.url, page)).answers).toHaveLength(1);
    await page.getByTestId('composer').fill('今天就到这里吧');
    await page.getByTestId('send').click();
    await page.getByTestId('finish-confirm').click();
    await page.waitForURL('**/report/**');
  });

  it('grades what the person insists is an answer', async () => {
    const { page } = await stand.visit();
    await page.goto(`/interview/${await begin()}`);
    await page.getByTestId('composer').fill('为什么要冻结参数');
    await page.getByTestId('insist').click();
    await page.getByTestId('send').click();
    await page.getByTestId('feedback-card').waitFor();
    expect((await onStage(stand.url, page)).answers).toMatchObject([{ text: '为什么要冻结参数' }]);
  });

  it('never grades an answer against a question that another window brought up', async () => {
    const id = await begin();
    const [first, second] = [await stand.visit(), await stand.visit()];
    for (const { page } of [first, second]) {
      await page.goto(`/interview/${id}`);
      await page.getByTestId('composer').and(page.locator(':not([readonly])')).waitFor();
    }
    const before = await onStage(stand.url, second.page);
    await first.page.getByTestId('skip').click();
    await first.page.getByText('第 2 / 3 题').waitFor();
    await second.page.getByTestId('composer').fill('给第一题写的回答。');
    await second.page.getByTestId('send').click();
    await second.page.getByText('刚才写的没有发出').waitFor();
    const now = await onStage(stand.url, second.page);
    expect(now.questionId).not.toBe(before.questionId);
    expect(now.answers).toEqual([]);
    await second.page.getByRole('button', { name: /^第 1 题/ }).click();
    await second.page.getByTestId('unsent-draft').getByText('给第一题写的回答。').waitFor();
    // The browser reports the refusal itself.
    forgive(second.problems, /409/);
  });
});
