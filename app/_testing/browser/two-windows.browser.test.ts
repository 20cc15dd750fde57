import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Question } from '@/lib/domain/question-bank';
import { getJson, importTexts } from './api';
import { chromiumPath } from './chromium';
import { COFFEE_BANK, TEA_BANK } from './documents';
import { chooseFiles, textFile } from './import-page';
import { forgive, suiteStand } from './stand';

/** The browser reports the refusal itself. */
const REFUSED = /409/;

describe.skipIf(chromiumPath === '')('two windows', () => {
  const stand = suiteStand();

  it('on one import: what one corrected, the other sees before it can confirm', async () => {
    const [first, second] = [await stand.visit(), await stand.visit()];
    await chooseFiles(first.page, textFile('咖啡.md', COFFEE_BANK));
    await first.page.getByTestId('import-confirm').waitFor();
    await second.page.goto(first.page.url());
    const confirm = second.page.getByTestId('import-confirm');
    const before = await confirm.innerText();
    const line = COFFEE_BANK.split('\n').findIndex((text) => text.startsWith('那么')) + 1;
    await first.page.locator(`[data-line="${line}"]`).click();
    await first.page.getByTestId('line-begin').click();
    await expect.poll(() => first.page.getByTestId('review-said').innerText()).toMatch(/新题/);

    await confirm.click();
    await second.page.getByRole('alert').filter({ hasText: '另一个窗口' }).waitFor();
    expect(await confirm.innerText()).not.toBe(before);
    expect(await second.page.getByText('已改 1 处').count()).toBe(1);
    await confirm.click();
    await second.page.getByTestId('import-done').waitFor();
    forgive(second.problems, REFUSED);
  });

  it('on one question: neither overwrites the other unseen, and what was typed stays', async () => {
    await importTexts(stand.url, [{ name: '茶艺.md', text: TEA_BANK }]);
    const { questions } = await getJson<{ questions: Question[] }>(
      `${stand.url}/api/questions?document=${encodeURIComponent('茶艺.md')}&kind=open`,
    );
    const [first, second] = [await stand.visit(), await stand.visit()];
    const answer = (page: Page) => page.getByLabel('参考答案', { exact: true });
    for (const { page } of [first, second]) {
      await page.goto(`/questions/${questions[0]?.id}`);
      await page.locator('[data-testid="edit-question"]:not([disabled])').click();
    }
    await answer(first.page).fill('第一个窗口写的。');
    await answer(second.page).fill('第二个窗口写的。');
    await first.page.getByTestId('save-question').click();
    await first.page.getByTestId('edit-notice').waitFor();

    await second.page.getByTestId('save-question').click();
    const told = second.page.getByTestId('outdated');
    await expect.poll(() => told.innerText()).toMatch(/第一个窗口写的。[\s\S]*第二个窗口写的。/);
    expect(await answer(second.page).inputValue()).toBe('第二个窗口写的。');
    await second.page.getByRole('button', { name: '仍然保存我的' }).click();
    await second.page.getByTestId('edit-notice').waitFor();
    forgive(second.problems, REFUSED);

    await first.page.getByTestId('edit-history').locator('summary').first().click();
    await first.page.getByRole('button', { name: '撤销上一次修改' }).click();
    await first.page.getByText(/另一个窗口改过这道题/).waitFor();
    await first.page.getByText('第二个窗口写的。').first().waitFor();
    forgive(first.problems, REFUSED);
  });
});
