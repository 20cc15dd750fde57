import { describe, expect, it } from 'vitest';
import type { MergeProposals } from '@/lib/domain/question-bank';
import { getJson, importTexts, questionOf } from './api';
import { chromiumPath } from './chromium';
import { suiteStand } from './stand';

const STEM = '布隆过滤器有什么特点？';
const FIRST = `# 甲\n\n## 1. ${STEM}\n\n答：布隆过滤器占用内存很少。它不支持删除元素。\n\n## 2. 跳表的层数怎么定？\n\n答：插入时随机决定。\n`;
const SECOND = `# 乙\n\n## 1. ${STEM}\n\n答：布隆过滤器占用内存很少。它支持删除元素。\n\n## 2. 跳表的层数怎么定？\n\n答：插入时随机决定。\n`;

describe.skipIf(chromiumPath === '')('one question in several documents', () => {
  const stand = suiteStand();

  it('is proposed, merged, shown with both references, and split again', async () => {
    await importTexts(stand.url, [
      { name: '甲.md', text: FIRST },
      { name: '乙.md', text: SECOND },
    ]);
    const { page } = await stand.visit();
    const proposals = () => getJson<MergeProposals>(`${stand.url}/api/merges`);
    await expect.poll(async () => (await proposals()).state, { timeout: 30_000 }).toBe('ready');
    const group = (await proposals()).proposals.find(({ root }) => root.stem === STEM);
    expect(group?.root.documentName).toBe('甲.md');
    // What is the same word for word was merged with the import.
    expect((await proposals()).proposals.some(({ root }) => root.stem.includes('跳表'))).toBe(false);

    await page.goto('/questions');
    await page.getByTestId('merges-link').click();
    await page.waitForURL('**/questions/merges');
    const merge = page
      .getByRole('button', { name: `合并：${STEM}`, exact: true })
      .and(page.locator(':enabled'));
    await merge.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('status').filter({ hasText: '已合并' }).waitFor();
    const rootId = group?.root.id ?? '';
    expect((await questionOf(stand.url, rootId)).otherReferences).toMatchObject([{ documentName: '乙.md' }]);

    await page.goto(`/questions/${encodeURIComponent(rootId)}`);
    const others = page.getByTestId('other-references');
    await others.getByText('乙.md').waitFor();
    await others.getByTestId('disagreements').getByText('不支持删除').waitFor();
    await others.getByRole('button', { name: /^拆分/ }).and(page.locator(':enabled')).click();
    await others.waitFor({ state: 'detached' });
    expect(await questionOf(stand.url, rootId)).not.toHaveProperty('otherReferences');
    expect((await proposals()).proposals.some(({ root }) => root.id === rootId)).toBe(false);
  });

  it('fits a narrow screen', async () => {
    const { page } = await stand.visit({ width: 390, height: 844 });
    await page.goto('/questions/merges');
    await page.getByTestId('merge-desk').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});
