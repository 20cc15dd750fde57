import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Question } from '@/lib/domain/question-bank';
import { getJson } from './api';
import { expectNoBarriers } from './barriers';
import { chromiumPath } from './chromium';
import { COFFEE_BANK } from './documents';
import { chooseFiles, textFile } from './import-page';
import { suiteStand } from './stand';

async function upload(page: Page, name: string, text: string): Promise<void> {
  await chooseFiles(page, textFile(name, text));
  await page.getByTestId('count-questions').waitFor();
}

/** The document's line that begins with these words. */
const line = (page: Page, start: string) => {
  const index = COFFEE_BANK.split('\n').findIndex((text) => text.startsWith(start));
  return page.locator(`[data-line="${index + 1}"]`);
};

/** Presses a button and waits until the page has said what came of it. */
async function correct(page: Page, testId: string, said: RegExp): Promise<void> {
  await page.getByTestId(testId).click();
  await expect.poll(() => page.getByTestId('review-said').innerText()).toMatch(said);
}

const count = (page: Page) => page.getByTestId('count-questions').innerText();

async function questionsOf(url: string, name: string): Promise<Question[]> {
  const { documents } = await getJson<{ documents: { id: string; name: string }[] }>(`${url}/api/bank`);
  const id = documents.find((document) => document.name === name)?.id ?? '';
  const { questions } = await getJson<{ questions: Question[] }>(
    `${url}/api/questions?document=${encodeURIComponent(id)}&limit=50`,
  );
  return questions;
}

describe.skipIf(chromiumPath === '')('putting right what was read', () => {
  const stand = suiteStand();

  it('splits, merges, drops, turns and leaves a way of reading; a reload and the bank keep it', async () => {
    const { page } = await stand.visit();
    await upload(page, '咖啡.md', COFFEE_BANK);
    expect(await count(page)).toBe('8');

    await line(page, '那么').click();
    await correct(page, 'line-begin', /现在 9 题/);
    await line(page, '### 2.').click();
    await correct(page, 'question-drop', /现在 8 题/);
    await line(page, '### 3.').click();
    await correct(page, 'question-kind', /改为选择题/);
    expect(await page.getByTestId('count-choice').innerText()).toBe('1');
    await line(page, '### 5.').click();
    await correct(page, 'question-merge', /现在 7 题/);

    await page.getByText(/^换一种读法/).click();
    await page.getByRole('switch', { name: /加粗的行/ }).click({ force: true });
    await expect.poll(() => count(page)).toBe('4');
    await page.getByTestId('undo').click();
    await expect.poll(() => count(page)).toBe('7');
    await page.getByTestId('redo').click();
    await expect.poll(() => count(page)).toBe('4');

    await page.reload();
    await page.getByTestId('import-confirm').waitFor();
    expect(await count(page)).toBe('4');
    await page.getByText('已改 5 处').waitFor();
    expect(await page.getByTestId('import-confirm').innerText()).toBe('导入 4 题');
    await page.getByTestId('import-confirm').click();
    await page.getByTestId('import-done').waitFor();

    const questions = await questionsOf(stand.url, '咖啡.md');
    expect(questions.map(({ kind, stem }) => [kind, stem])).toEqual([
      ['open', '什么是预浸泡？'],
      ['open', '那么预浸泡要多久？'],
      ['choice', '下列哪一种是手冲器具？'],
      ['open', '粉水比是什么意思？'],
    ]);
    expect(questions[3]?.answer).toContain('手冲常用一比十五');

    await upload(page, '咖啡.md', COFFEE_BANK);
    await page.getByText('没有需要导入的内容。').waitFor();
    await page.getByText('已改 5 处').waitFor();
  });

  it('moves the border between stem and answer, and the end, with the keyboard alone', async () => {
    const { page } = await stand.visit();
    await upload(page, '咖啡二.md', COFFEE_BANK);
    await line(page, '先用').click();
    const lines = page.getByTestId('document-lines');
    await lines.focus();
    for (const key of ['ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await expect.poll(() => line(page, '那么').getAttribute('aria-selected')).toBe('true');
    // The actions on a line follow the lines.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('review-said').innerText()).toMatch(/答案从第 9 行起/);
    const selected = page.getByTestId('selected-question');
    expect(await selected.innerText()).toMatch(/题目.*先用少量热水.*答案.*那么预浸泡/s);
    await lines.focus();
    for (const key of ['ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await correct(page, 'line-end', /到第 7 行结束/);
    expect(await page.getByTestId('selected-question').innerText()).not.toContain('一般三十秒');
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('is free of serious barriers in %s at %i px', async (scheme, width) => {
    const { page } = await stand.visit({ width, dark: scheme === 'dark' });
    await upload(page, `咖啡 ${scheme} ${width}.md`, COFFEE_BANK);
    await line(page, '那么').dispatchEvent('click');
    await correct(page, 'question-drop', /现在 7 题/);
    await page.getByText(/^换一种读法/).click();
    await page.getByText('已改 1 处').click();
    for (const side of width < 900 ? ['文档', '读到的'] : ['']) {
      if (side) await page.locator('label', { hasText: new RegExp(`^${side}$`) }).click();
      await expectNoBarriers(page, `${side} ${scheme} at ${width} px`);
    }
  });
});
