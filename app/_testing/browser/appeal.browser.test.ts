import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { postJson, questionOf, startOver, viewOf } from './api';
import { chromiumPath } from './chromium';
import { MODEL_NAME, modelStand } from './model-stand';
import { atRest, interviewIdOf, onStage, spokenAnswer, writeAndWait } from './room';

describe.skipIf(chromiumPath === '')('what a person can do about a grade', () => {
  const { stand, model } = modelStand();
  afterEach(() => model.recover());

  /** A practice interview in which the first core point of the question was said, and graded by the model. */
  async function answerOnce(page: Page): Promise<{ questionId: string; missed: string }> {
    const id = await startOver(stand.url, { mode: 'practice', kinds: ['open'], limit: 3, seed: 11 });
    await page.goto(`/interview/${id}`);
    await page.getByTestId('question-stem').waitFor();
    const { questionId } = await onStage(stand.url, page);
    await writeAndWait(page, await spokenAnswer(stand.url, questionId, 1));
    const { keyPoints = [] } = await questionOf(stand.url, questionId);
    const missed = keyPoints.filter(({ core }) => core)[1]?.text ?? '';
    return { questionId, missed };
  }

  const rowOf = (page: Page, verdict: string) =>
    page.getByTestId('feedback-card').locator(`[data-testid="point"][data-verdict="${verdict}"]`).first();

  async function answersOf(page: Page) {
    return (await viewOf(stand.url, interviewIdOf(page))).questions[0]?.answers ?? [];
  }

  it('contests a verdict by the keyboard; an objection alone earns nothing, and stays after a reload', async () => {
    const { page } = await stand.visit();
    const { missed } = await answerOnce(page);
    const row = rowOf(page, 'missing');
    await row.getByRole('button', { name: /^对这一条申诉/ }).press('Enter');
    const field = page.getByTestId('appeal-words');
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await field.fill(`这一点我说到了：${missed}，请判为提到了。`);
    await field.press('Control+Enter');
    await row.getByText('复核后判定不变。').waitFor();
    await field.waitFor({ state: 'detached' });
    const [answer] = await answersOf(page);
    expect(answer?.history).toBeUndefined();
    await page.reload();
    await rowOf(page, 'missing').getByText('复核后判定不变。').waitFor();
  });

  it('sets a verdict of one’s own beside the machine’s, in the interview and in the report, and takes it back', async () => {
    const { page } = await stand.visit({ width: 390, height: 844 });
    await answerOnce(page);
    const before = (await answersOf(page))[0]?.grade?.score;
    const row = rowOf(page, 'missing');
    await row.getByRole('button', { name: /^对这一条申诉/ }).click();
    await row
      .getByRole('button', { name: /提到了$/ })
      .first()
      .click();
    await row.getByTestId('own-verdict').getByText('你的判定：提到了').waitFor();
    await page.getByTestId('personal-grade').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    expect((await answersOf(page))[0]?.grade?.score).toBe(before);
    const id = interviewIdOf(page);
    await page.goto(`/report/${id}`);
    await page.getByTestId('personal-means').waitFor();
    await page.getByTestId('objections').getByText('自己判定 1 处').waitFor();
    const shown = page.locator('[data-testid="point"]', { has: page.getByTestId('own-verdict') });
    await shown.getByRole('button', { name: /^对这一条申诉/ }).click();
    await shown.getByRole('button', { name: '撤回我的判定' }).click();
    await page.getByTestId('personal-means').waitFor({ state: 'detached' });
  });

  it('grades anew after an edit only when asked to, says by what, and keeps the earlier grade', async () => {
    const { page } = await stand.visit();
    const { questionId } = await answerOnce(page);
    const id = interviewIdOf(page);
    const [before] = await answersOf(page);
    const { keyPoints = [] } = await questionOf(stand.url, questionId);
    const [first] = keyPoints
      .filter(({ core }) => core)
      .map(({ text, weight, core }) => ({ text, weight, core }));
    const address = `${stand.url}/api/questions/${encodeURIComponent(questionId)}`;
    const edited = await fetch(address, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ content: { keyPoints: [first] } }),
    });
    expect(edited.status, await edited.text()).toBe(200);
    await page.goto(`/interview/${id}`);
    await page.getByText('题目的要点或参考答案改过').waitFor();
    expect((await answersOf(page))[0]?.grade).toEqual(before?.grade);
    await page.getByTestId('regrade-now').click();
    await page.getByText('不是提问时的版本').waitFor();
    await atRest(page);
    const [after] = await answersOf(page);
    expect(after).toMatchObject({ basis: 'bank', history: [{ grade: before?.grade }] });
    expect(after?.grade?.points.filter(({ core }) => core)).toHaveLength(1);
    await page.getByTestId('grade-history').locator('summary').click();
    await page.getByTestId('grade-history').getByText(MODEL_NAME).first().waitFor();
    await postJson(`${address}/undo`, { to: 'original' });
  });

  it('grades anew by the offline grader and back, and compares two attempts', async () => {
    const { page } = await stand.visit();
    const { questionId } = await answerOnce(page);
    await writeAndWait(page, await spokenAnswer(stand.url, questionId, 2));
    const comparison = page.getByTestId('attempt-comparison');
    await comparison.getByText(/[1-9]\d* 个要点更好/).waitFor();
    await comparison.getByRole('button', { name: '比较表达和条理' }).click();
    await comparison.getByText('条理：').waitFor();
    await page.getByTestId('regrade-other').click();
    const heading = page.getByTestId('feedback-card').getByRole('heading', { level: 2 });
    await heading.getByText('离线估计').waitFor();
    await atRest(page);
    await page.getByRole('button', { name: `换用 ${MODEL_NAME} 重新评分` }).click();
    await heading.getByText(MODEL_NAME).waitFor();
    await atRest(page);
    expect((await answersOf(page)).at(-1)?.history).toHaveLength(2);
  });
});
