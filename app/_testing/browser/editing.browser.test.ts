import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Question } from '@/lib/domain/question-bank';
import { getJson, importTexts, postJson, questionOf, sayAll, startOver, viewOf } from './api';
import { chromiumPath } from './chromium';
import { TEA_BANK, TEA_BANK_CHANGED } from './documents';
import { interviewIdOf, write } from './room';
import { suiteStand } from './stand';

const STEM = '为什么绿茶不宜用沸水冲泡？';
const NEW_STEM = '用沸水冲绿茶会怎样？';
const POINTS = ['茶多酚被高温破坏', '汤色变黄，味道苦涩'];

describe.skipIf(chromiumPath === '')('editing a question', () => {
  const stand = suiteStand();

  /** A question of the tea bank as its document has it, whatever was made of it before. */
  async function teaQuestion(): Promise<string> {
    await importTexts(stand.url, [{ name: '茶艺.md', text: TEA_BANK }]);
    const { questions } = await getJson<{ questions: Question[] }>(
      `${stand.url}/api/questions?document=${encodeURIComponent('茶艺.md')}`,
    );
    const found = questions.find(({ stem, original }) => (original?.stem ?? stem) === STEM);
    if (!found) throw new Error('the question was not imported');
    await postJson(`${stand.url}/api/questions/${found.id}/undo`, { to: 'original' });
    return found.id;
  }

  async function openEditor(page: Page, id: string): Promise<void> {
    await page.goto(`/questions/${id}`);
    await page.locator('[data-testid="edit-question"]:not([disabled])').click();
    await page.getByTestId('question-editor').waitFor();
  }

  async function save(page: Page): Promise<void> {
    await page.getByTestId('save-question').click();
    await page.getByTestId('edit-notice').waitFor();
    await page.locator('[data-testid="edit-question"]:not([disabled])').waitFor();
  }

  it('changes stem and key points, asks and grades by them, and takes it back', async () => {
    const id = await teaQuestion();
    const earlier = await startOver(stand.url, { mode: 'practice', questionIds: [id], limit: 1 });
    await sayAll(stand.url, earlier, { intent: 'answer', text: '高温会破坏茶多酚。' });
    const { page } = await stand.visit();
    await openEditor(page, id);
    const stem = page.getByLabel('题目', { exact: true });
    expect(await stem.evaluate((field) => field === document.activeElement)).toBe(true);
    await stem.fill(NEW_STEM);
    for (const [index, point] of POINTS.entries()) {
      await page.getByRole('button', { name: '添加要点' }).click();
      await page.getByLabel(`要点 ${index + 1}`, { exact: true }).fill(point);
    }
    await page.getByLabel('要点 2：核心或加分').selectOption('bonus');
    await page.getByRole('button', { name: '要点 2上移' }).click();
    expect(await page.getByLabel('要点 1', { exact: true }).inputValue()).toBe(POINTS[1]);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await save(page);
    expect(await page.getByTestId('regrade-offer').innerText()).toContain('1 次已评分的回答');
    await page.getByTestId('question-stem').getByText(NEW_STEM).waitFor();

    const compared = page.getByTestId('compare-original');
    await compared.locator('summary').first().click();
    await compared.getByText(STEM).waitFor();

    await page.getByRole('button', { name: '就考这题' }).click();
    await page.waitForURL('**/interview/**');
    expect(await page.getByTestId('question-stem').innerText()).toContain(NEW_STEM);
    await write(page, '茶多酚被高温破坏，所以不能用沸水。');
    await page.getByTestId('feedback-card').waitFor();
    const interview = await viewOf(stand.url, interviewIdOf(page));
    expect(interview.questions[0]?.answers[0]?.grade?.points.map(({ point, core }) => [point, core])).toEqual(
      [
        [POINTS[1], false],
        [POINTS[0], true],
      ],
    );

    await page.goto(`/questions/${id}`);
    await page.getByTestId('edit-history').locator('summary').first().click();
    await page.locator('button:not([disabled])', { hasText: '撤销上一次修改' }).click();
    await page.getByText('已撤销上一次修改。').waitFor();
    await page.getByTestId('question-stem').getByText(STEM).waitFor();
    expect(await questionOf(stand.url, id)).not.toHaveProperty('edits');
  });

  it('keeps an edit when its document is imported again, and shows what the document says now', async () => {
    const id = await teaQuestion();
    const { page } = await stand.visit();
    await openEditor(page, id);
    await page.getByLabel('参考答案', { exact: true }).fill('嫩芽里的茶多酚怕烫。');
    await save(page);
    await importTexts(stand.url, [{ name: '茶艺.md', text: TEA_BANK_CHANGED }]);
    await page.goto(`/questions/${id}`);
    const compared = page.getByTestId('compare-original');
    await compared.locator('summary').first().click();
    expect(await compared.locator('[data-side="before"]').innerText()).toContain('75 到 85 度');
    expect(await compared.locator('[data-side="after"]').innerText()).toContain('嫩芽里的茶多酚怕烫。');
    expect((await questionOf(stand.url, id)).answer).toBe('嫩芽里的茶多酚怕烫。');
  });

  it('keeps what was typed through a reload', async () => {
    const id = await teaQuestion();
    const { page } = await stand.visit();
    await openEditor(page, id);
    await page.getByLabel('题目', { exact: true }).fill('改到一半');
    // The browser may ask before it leaves what is not saved.
    page.on('dialog', (dialog) => void dialog.accept());
    await page.goto('/records');
    await openEditor(page, id);
    expect(await page.getByLabel('题目', { exact: true }).inputValue()).toBe('改到一半');
    await page.getByLabel('题目', { exact: true }).fill('');
    await page.getByTestId('save-question').click();
    await page.getByText('不能空着。').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '放弃', exact: true }).click();
    await page.getByTestId('question-stem').waitFor();
  });
});
