import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { startOver } from './api';
import { expectNoBarriers } from './barriers';
import { chromiumPath } from './chromium';
import { everyPage, type KnownPage } from './pages';
import { atRest, onStage, spokenAnswer } from './room';
import { forgive, suiteStand } from './stand';

/** The page as a person finds it: drawn, and able to be used. */
async function open(page: Page, { path }: KnownPage): Promise<void> {
  await page.goto(path);
  await page.getByRole('main').waitFor();
  await page.waitForLoadState('networkidle');
}

describe.skipIf(chromiumPath === '')('every page', () => {
  const stand = suiteStand();
  let pages: KnownPage[] = [];
  beforeAll(async () => {
    pages = await everyPage(stand.url);
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)(
    'is free of serious barriers in %s at %i px, and never scrolls sideways',
    async (scheme, width) => {
      const { page, problems } = await stand.visit({ width, dark: scheme === 'dark' });
      for (const known of pages) {
        await open(page, known);
        await expectNoBarriers(page, `${known.name} at ${width} px`);
      }
      // The page that does not exist is answered with 404, and the browser says so.
      forgive(problems, /404/);
    },
  );

  it('can be walked with the keyboard alone', async () => {
    const { page } = await stand.visit();
    const id = await startOver(stand.url, { mode: 'practice', kinds: ['open'], limit: 2, seed: 11 });
    await page.goto(`/interview/${id}`);
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('data-testid') ?? document.activeElement?.tagName,
      );
    await expect.poll(focused).toBe('composer');
    await page.getByTestId('composer').and(page.locator(':not([readonly])')).waitFor();
    const { questionId } = await onStage(stand.url, page);
    await page.keyboard.insertText(await spokenAnswer(stand.url, questionId, 1));
    await page.keyboard.press('Control+Enter');
    await page.getByTestId('feedback-card').waitFor();
    await expect.poll(focused).toBe('H2');
    await atRest(page);
    await tabTo(page, 'next');
    await page.keyboard.press('Enter');
    await page.getByText('第 2 / 2 题').waitFor();
    await expect.poll(focused).toBe('composer');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('快捷键', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  });
});

/** Presses Tab until the control with this test id has the focus. */
async function tabTo(page: Page, testId: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => document.activeElement?.getAttribute('data-testid'));
    if (at === testId) return;
  }
  throw new Error(`${testId} cannot be reached with Tab`);
}
