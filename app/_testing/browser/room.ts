import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { AskedQuestionView } from '@/lib/domain/interview';
import { questionOf, viewOf } from './api';

/** Makes every interview that this page starts draw the same questions. */
export async function fixSeed(page: Page, seed: number): Promise<void> {
  await page.route('**/api/interviews', async (route) => {
    const request = route.request();
    if (request.method() !== 'POST') return route.continue();
    await route.continue({ postData: JSON.stringify({ ...request.postDataJSON(), seed }) });
  });
}

/** Writes into the composer and sends with the keyboard, as the page says one can. */
export async function write(page: Page, text: string): Promise<void> {
  const composer = page.getByTestId('composer');
  await composer.fill(text);
  await composer.press('Control+Enter');
}

/** Waits until nothing runs any more: what was sent has left the composer, and the ways on can be pressed. */
export async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const field = document.querySelector<HTMLTextAreaElement>('[data-testid="composer"]');
    const ways = document.querySelectorAll(
      '[data-testid="next"]:not([disabled]), [data-testid="hint"]:not([disabled])',
    );
    return (field === null || field.value === '') && ways.length > 0;
  });
}

/** Writes, sends, and waits until everything it led to is there. */
export async function writeAndWait(page: Page, text: string): Promise<void> {
  await write(page, text);
  await atRest(page);
}

export function interviewIdOf(page: Page): string {
  const id = /\/(?:interview|report)\/([^/?#]+)/.exec(page.url())?.[1];
  if (!id) throw new Error(`${page.url()} is no interview`);
  return id;
}

/** The question on stage, from the API. */
export async function onStage(url: string, page: Page): Promise<AskedQuestionView> {
  const view = await viewOf(url, interviewIdOf(page));
  const question = view.questions[view.current ?? -1];
  if (!question) throw new Error('no question is on stage');
  return question;
}

/** An answer as somebody would say it: the first `count` core points of the reference between fillers. */
export async function spokenAnswer(url: string, questionId: string, count: number): Promise<string> {
  const { keyPoints = [] } = await questionOf(url, questionId);
  const points = keyPoints.filter(({ core }) => core).slice(0, count);
  expect(points, 'core points of the question').toHaveLength(count);
  return `嗯，我觉得是这样的，${points.map(({ text }) => text).join('，然后呢，就是说，')}，大概就是这样。`;
}
