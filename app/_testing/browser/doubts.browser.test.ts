import { describe, expect, it } from 'vitest';
import { getJson } from './api';
import { chromiumPath } from './chromium';
import { write } from './room';
import { suiteStand } from './stand';

/** A bank of the starter's field that expands an abbreviation wrongly. */
const BANK = `# 我的题

## 1. SFT 阶段一般用什么样的数据？

答案：SFT（Structured Fine-Tuning）用人工写好的指令和回答继续训练预训练模型，数据不必多，但质量和多样性要高。

## 2. 学习率预热有什么用？

答案：训练开始时用很小的学习率，再逐步升到设定值，避免一开始更新过大而破坏预训练得到的权重。
`;

describe.skipIf(chromiumPath === '')('a doubted reference', () => {
  const stand = suiteStand();

  it('is told after the import, shown at the question and in a grade, and goes when a person dismisses it', async () => {
    const { page } = await stand.visit();
    await page.goto('/import');
    await page
      .getByTestId('import-files')
      .setInputFiles({ name: '我的题.md', mimeType: 'text/plain', buffer: Buffer.from(BANK, 'utf8') });
    await page.getByTestId('import-confirm').click();
    await page.getByTestId('doubted-note').waitFor();
    await page.getByRole('link', { name: '逐一看看' }).click();
    await page.waitForURL('**/questions?doubted=1#browse');
    await page.getByTestId('question-list').getByText('SFT 阶段一般用什么样的数据？').click();
    const box = page.getByTestId('reference-doubts');
    await box.getByText('supervised fine-tuning').waitFor();
    await box.getByText('SFT（Structured Fine-Tuning').waitFor();

    await box.getByRole('button', { name: '确实有误' }).click();
    await box.getByText('你已标为有误').waitFor();
    await page.getByRole('button', { name: '就考这题' }).click();
    await page.waitForURL('**/interview/**');
    await write(page, '用人工写的指令和回答，数量不用太多，质量要高。');
    await page.getByTestId('feedback-card').getByText('参考答案可能有误').first().waitFor();
    await page.getByTestId('reference-panel').getByText('参考可能有误').waitFor();

    await page.goBack();
    await box.getByRole('button', { name: '没有问题' }).click();
    await box.getByText('已忽略这个疑问。').waitFor();
    const { questions } = await getJson<{ questions: { question: { documentName: string } }[] }>(
      `${stand.url}/api/doubts`,
    );
    expect(questions.map(({ question }) => question.documentName)).not.toContain('我的题.md');
  });
});
