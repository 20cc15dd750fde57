import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { getJson, sayAll, startOver, viewOf } from './api';
import { chromiumPath } from './chromium';
import { atRest, fixSeed, interviewIdOf, onStage, spokenAnswer, write } from './room';
import { suiteStand } from './stand';

describe.skipIf(chromiumPath === '')('a mock interview', () => {
  const stand = suiteStand();

  it('shows a clock and no feedback, confirms handing in, and grades at the end', async () => {
    const { page } = await stand.visit();
    await fixSeed(page, 4);
    await page.goto('/');
    await page.getByRole('group', { name: '题型' }).getByRole('button', { name: /^问答/ }).click();
    await page.getByRole('radiogroup', { name: '模式' }).getByText('模拟', { exact: true }).click();
    await page.getByRole('radiogroup', { name: '题数' }).getByText('5', { exact: true }).click();
    await page.getByRole('radiogroup', { name: '分钟' }).getByText('15', { exact: true }).click();
    await page.getByTestId('start').click();
    await page.waitForURL('**/interview/**');
    await page
      .getByRole('timer')
      .getByText(/1[45]:\d\d/)
      .waitFor();
    const { questionId } = await onStage(stand.url, page);
    await write(page, await spokenAnswer(stand.url, questionId, 1));
    await page.getByTestId('own-bubble').first().waitFor();
    await atRest(page);
    await expectNoFeedback(page);
    await page.getByTestId('next').click();
    await page.getByText('第 2 / 5 题').waitFor();
    await page.getByTestId('finish').click();
    await page.getByRole('dialog').getByText('还有 4 题没有回答').waitFor();
    await page.getByRole('button', { name: '继续作答' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByTestId('finish').click();
    await page.getByTestId('finish-confirm').click();
    await page.waitForURL('**/report/**');
    await page.getByText('离线估计，按 1 个回答平均').waitFor();
    expect((await viewOf(stand.url, interviewIdOf(page))).questions[0]?.answers[0]?.state).toBe('graded');
  });

  it('keeps the draft and makes the report when the time has run out', async () => {
    const { page } = await stand.visit();
    const id = await startOver(stand.url, { mode: 'mock', kinds: ['open'], limit: 3, minutes: 0.1, seed: 2 });
    await page.goto(`/interview/${id}`);
    await page.getByTestId('composer').fill('还没写完的草稿');
    await page.waitForURL('**/report/**', { timeout: 30_000 });
    await page.getByRole('heading', { name: '面试报告', level: 1 }).waitFor();
    expect((await viewOf(stand.url, id)).status).toBe('finished');
    const draft = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    expect(draft).toContain('还没写完的草稿');
  });

  it('exports the report as Markdown', async () => {
    const id = await startOver(stand.url, { mode: 'mock', kinds: ['open'], limit: 2, minutes: 15, seed: 2 });
    await sayAll(stand.url, id, { intent: 'answer', text: '数据要先清洗。' });
    await sayAll(stand.url, id, { intent: 'finish' });
    const text = await (await fetch(`${stand.url}/api/interviews/${id}/export`)).text();
    expect(text).toContain('数据要先清洗。');
    const report = await getJson<{ overall: unknown[] }>(`${stand.url}/api/interviews/${id}/report`);
    expect(report.overall).toHaveLength(1);
  });
});

/** Nothing on the page says how good the answer was. */
async function expectNoFeedback(page: Page): Promise<void> {
  expect(await page.getByTestId('feedback-card').count()).toBe(0);
  expect(await page.locator('mark').count()).toBe(0);
  await page.getByText('交卷后一起反馈').first().waitFor();
  expect(await page.locator('main').innerText()).not.toMatch(/未答到|很弱|欠缺|较好|很好/);
}
