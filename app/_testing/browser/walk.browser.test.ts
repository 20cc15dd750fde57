import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { viewOf } from './api';
import { chromiumPath } from './chromium';
import { atRest, fixSeed, interviewIdOf, onStage, spokenAnswer, write, writeAndWait } from './room';
import { suiteStand } from './stand';

/** What a newcomer may need from the first page to the first answer. Milliseconds. */
const NEWCOMER_MS = 15_000;

describe.skipIf(chromiumPath === '')('an interview without a model', () => {
  const stand = suiteStand();

  /** From the home page's form into a practice interview of five open questions. */
  async function startFromForm(page: Page): Promise<void> {
    await fixSeed(page, 11);
    await page.goto('/');
    await page.getByRole('group', { name: '题型' }).getByRole('button', { name: /^问答/ }).click();
    await page.getByRole('radiogroup', { name: '题数' }).getByText('5', { exact: true }).click();
    await page.getByTestId('start').click();
    await page.waitForURL('**/interview/**');
    await page.getByTestId('question-stem').waitFor();
  }

  it('has an icon where browsers ask for one unbidden, as they do between two pages', async () => {
    const icon = await fetch(`${stand.url}/favicon.ico`);
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/x-icon']);
  });

  it('lets a newcomer answer the first question at once', async () => {
    const { page } = await stand.visit();
    const started = Date.now();
    await page.goto('/');
    await page.getByTestId('quick-start').click();
    await page.getByTestId('question-stem').waitFor();
    const option = page.getByTestId('option-A');
    if (await option.isVisible()) await option.click();
    await write(page, '嗯，这个我只知道一点，就是说先从数据说起吧。');
    await page.getByTestId('own-bubble').first().waitFor();
    expect(Date.now() - started).toBeLessThan(NEWCOMER_MS);
    await page.getByTestId('feedback-card').waitFor();
  });

  it('goes from start over answer, hint, feedback and follow-up to the report, and back in after a reload', async () => {
    const { page } = await stand.visit();
    await startFromForm(page);
    const { questionId } = await onStage(stand.url, page);

    await writeAndWait(page, '呃，这个我想一下，印象里跟训练有关系。');
    await expectBand(page);
    await page.getByTestId('hint').click();
    await page.getByText('提示 1 / 3').waitFor();
    await atRest(page);
    await writeAndWait(page, await spokenAnswer(stand.url, questionId, 1));

    const card = page.getByTestId('feedback-card');
    await card.locator('[data-testid="point"][data-verdict="covered"]').first().waitFor();
    await expectQuotesMarked(page);
    await card.getByText(/看过 1 步提示/).waitFor();

    const followUp = page.locator('article[data-kind="follow-up"]');
    await followUp.first().waitFor();
    await writeAndWait(page, '嗯，再补充一点，就是说它和前面说的是一回事。');
    expect((await onStage(stand.url, page)).answers.some(({ followUp: number }) => number === 1)).toBe(true);

    await page.getByTestId('next').click();
    await page.getByText('第 2 / 5 题').waitFor();
    await page.reload();
    await page.getByText('第 2 / 5 题').waitFor();
    await page
      .getByRole('navigation', { name: '题目进度' })
      .getByRole('button', { name: /第 1 题/ })
      .click();
    await page.getByTestId('own-bubble').first().waitFor();
    await page.getByRole('button', { name: '回到当前题' }).click();
    await page.getByTestId('finish').click();
    await page.getByRole('dialog').getByText('还有 4 题没有回答').waitFor();
    await page.getByTestId('finish-confirm').click();
    await page.waitForURL('**/report/**');
    await expectReport(page);
    await page.reload();
    await expectReport(page);
  });

  it('offers an open interview on the home page and keeps the draft of its question', async () => {
    const { page } = await stand.visit();
    await startFromForm(page);
    await page.getByTestId('composer').fill('写到一半');
    await page.reload();
    await expect.poll(() => page.getByTestId('composer').inputValue()).toBe('写到一半');
    const stem = await page.getByTestId('question-stem').innerText();
    await page.goto('/');
    await page.getByTestId('resume').first().click();
    await page.getByTestId('question-stem').waitFor();
    expect(await page.getByTestId('question-stem').innerText()).toBe(stem);
    await expect.poll(() => page.getByTestId('composer').inputValue()).toBe('写到一半');
  });

  it('explains, reveals and skips, and leaves answers after the reference out of averages', async () => {
    const { page } = await stand.visit();
    await startFromForm(page);
    await page.getByTestId('clarify').click();
    await page.locator('article[data-kind="clarify"]').waitFor();
    await atRest(page);
    await page.getByTestId('reference').click();
    await page.locator('article[data-kind="reveal"], [data-testid="reference-panel"]').first().waitFor();
    await atRest(page);
    const { questionId } = await onStage(stand.url, page);
    await writeAndWait(page, await spokenAnswer(stand.url, questionId, 1));
    await page.getByTestId('feedback-card').getByText('看过参考，不计入平均').waitFor();
    await page.getByRole('button', { name: '问一问' }).first().click();
    await writeAndWait(page, '这里说的参数具体是哪些？');
    await page.locator('article[data-kind="discuss"]').waitFor();
    expect((await onStage(stand.url, page)).answers).toHaveLength(1);
    await page.getByTestId('next').click();
    await page.getByText('第 2 / 5 题').waitFor();
    await page.getByTestId('skip').click();
    await page.getByText('第 3 / 5 题').waitFor();
    const view = await viewOf(stand.url, interviewIdOf(page));
    expect(view.questions[1]?.status).toBe('skipped');
  });
});

/** A band and 离线估计, and no number that pretends to be a score. */
async function expectBand(page: Page): Promise<void> {
  const heading = page.getByTestId('feedback-card').getByRole('heading', { level: 2 });
  await heading.getByText('离线估计').waitFor();
  const text = await heading.innerText();
  expect(text).toMatch(/未答到|很弱|欠缺|基本|较好|很好/);
  expect(text).not.toMatch(/\d/);
}

/** Every quote on the card stands, marked, in a bubble of the person. */
async function expectQuotesMarked(page: Page): Promise<void> {
  const quotes = page.getByTestId('feedback-card').locator('[data-testid="point"] a[href^="#quote-"]');
  expect(await quotes.count()).toBeGreaterThan(0);
  const bubbles = (await page.getByTestId('own-bubble').allInnerTexts()).join('\n');
  for (const quote of await quotes.all()) {
    const target = (await quote.getAttribute('href'))?.slice(1) ?? '';
    expect(await page.locator(`[data-testid="own-bubble"] mark [id="${target}"]`).count()).toBe(1);
    const words = (await quote.innerText()).replace(/^你的原话：|[“”]/g, '').trim();
    expect(bubbles).toContain(words);
  }
}

async function expectReport(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '面试报告', level: 1 }).waitFor();
  await page.getByRole('heading', { name: '最该复习' }).waitFor();
  await page.getByText('离线估计，按 1 个回答平均').waitFor();
  expect(await page.locator('section[id^="q-"]').count()).toBe(2);
  expect(await page.locator('mark').count()).toBeGreaterThan(0);
}
