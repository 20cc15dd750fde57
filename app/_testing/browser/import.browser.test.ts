import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { importTexts } from './api';
import { chromiumPath } from './chromium';
import { TEA_BANK, TEA_BANK_CHANGED } from './documents';
import { chooseFiles, textFile } from './import-page';
import { onStage, write } from './room';
import { forgive, suiteStand } from './stand';

async function expectCounts(page: Page, counts: Record<string, string>): Promise<void> {
  await page.getByTestId('count-questions').waitFor();
  for (const [name, value] of Object.entries(counts))
    expect(await page.getByTestId(`count-${name}`).innerText(), name).toBe(value);
}

describe.skipIf(chromiumPath === '')('importing a document', () => {
  const stand = suiteStand();

  it('previews, confirms, and asks what was imported', async () => {
    const { page } = await stand.visit();
    await chooseFiles(page, textFile('../../茶艺.txt', TEA_BANK));
    await expectCounts(page, { questions: '3', choice: '1', doubts: '0' });
    expect(await page.getByRole('heading', { level: 2 }).first().innerText()).toBe('茶艺.txt');
    await page.getByText('为什么绿茶不宜用沸水冲泡？').first().click();
    await page.getByRole('heading', { name: '读到的' }).first().waitFor();
    await page.getByText('下面哪一种茶属于全发酵茶？', { exact: true }).first().waitFor();
    const confirm = page.getByTestId('import-confirm');
    expect(await confirm.innerText()).toBe('导入 3 题');
    await confirm.click();
    await page.getByTestId('import-done').waitFor();
    await page.getByRole('button', { name: '就考这些' }).click();
    await page.waitForURL('**/interview/**');
    await answerUntilChoice(page);
    expect((await onStage(stand.url, page)).stem).toContain('全发酵茶');

    await page.getByTestId('question-stem').click();
    await page.keyboard.press('b');
    await expect.poll(() => page.getByTestId('option-B').getAttribute('aria-pressed')).toBe('true');
    await write(page, '正山小种是红茶');
    await page.getByText('选对了').waitFor();
    const [answer] = (await onStage(stand.url, page)).answers;
    expect(answer?.grade?.choice).toMatchObject({ isRight: true });
  });

  /** Answers open questions until the choice question is on stage. */
  async function answerUntilChoice(page: Page): Promise<void> {
    for (let asked = 1; asked <= 3; asked += 1) {
      await page.getByText(`第 ${asked} / 3 题`).waitFor();
      if (await page.getByTestId('option-B').isVisible()) return;
      await write(page, '嗯，要看茶的嫩度，高温会破坏茶多酚，汤色变黄。');
      await page.getByTestId('feedback-card').waitFor();
      await page.locator('[data-testid="next"]:not([disabled])').first().click();
    }
  }

  it('lets nothing be changed while it writes, says so, and unlocks when writing failed', async () => {
    const { page, problems } = await stand.visit();
    let answer = () => {};
    const isTime = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const busy = { error: { kind: 'unavailable', code: 'database-busy', message: 'Busy.' } };
    await page.route(
      '**/confirm',
      async (route) => {
        await isTime;
        await route.fulfill({ status: 503, json: busy });
      },
      { times: 1 },
    );
    await chooseFiles(page, textFile('锁定.txt', TEA_BANK));
    const confirm = page.getByTestId('import-confirm');
    await confirm.click();
    await page.getByText('正在写入题库…').waitFor();
    expect(await confirm.innerText()).toContain('正在导入');
    await expect(page.getByRole('button', { name: '不是题' }).click({ timeout: 500 })).rejects.toThrow();
    answer();
    await page.getByText('另一个程序正在写数据库，请稍后再试。').waitFor();
    await page.getByRole('button', { name: '不是题' }).first().click();
    await expect.poll(() => confirm.innerText()).toBe('导入 2 题');
    // The browser notes the answer that failed.
    forgive(problems, /503/);
  });

  it('takes a dropped file, says what a second import would change, and undoes an import', async () => {
    const { page } = await stand.visit();
    await page.goto('/import');
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], '茶艺.txt', { type: 'text/plain' }));
      return data;
    }, TEA_BANK_CHANGED);
    await page.getByRole('button', { name: '选择文件' }).and(page.locator(':enabled')).waitFor();
    await page.getByRole('region', { name: '放入文件' }).dispatchEvent('drop', { dataTransfer: transfer });
    expect(await page.getByTestId('import-confirm').innerText()).toBe('更新 1 题');

    await page.getByRole('button', { name: '重新选择' }).click();
    await page.getByText('或者粘贴文字').click();
    await page
      .getByRole('textbox', { name: '题库文字' })
      .fill(
        'Q：煮茶用什么壶？\nA：陶壶或铁壶，受热均匀，耐得住明火。\n\nQ：盖碗的好处是什么？\nA：出汤快，不吸味，能看清叶底。\n',
      );
    await page.getByRole('button', { name: '读取' }).click();
    await expectCounts(page, { questions: '2', choice: '0' });
    await page.getByTestId('import-confirm').click();
    await page.getByTestId('import-done').waitFor();
    await page.getByRole('button', { name: '撤销这次导入' }).click();
    await page.getByRole('button', { name: '选择文件' }).waitFor();
    await page.goto('/questions');
    await page.getByRole('searchbox').and(page.locator(':not([readonly])')).fill('盖碗');
    await expect
      .poll(() =>
        page
          .getByTestId('question-list')
          .innerText()
          .catch(() => ''),
      )
      .not.toContain('盖碗的好处');
  });

  it('asks nothing of a document that is switched off, and keeps it', async () => {
    const { page } = await stand.visit();
    await importTexts(stand.url, [
      { name: '壶.md', text: '# 壶\n\n## 1. 什么是提梁壶？\n\n答：提手在壶盖上方的壶。\n' },
    ]);
    await page.goto('/questions');
    const total = async () => Number(/\d+/.exec(await page.getByText(/^共 \d+ 题$/).innerText())?.[0]);
    const before = await total();
    const starter = page.getByRole('switch', { name: /llm-fine-tuning/ });
    await starter.and(page.locator(':enabled')).waitFor();
    await starter.click();
    await expect.poll(total).toBeLessThan(before);
    await expect.poll(() => starter.isChecked()).toBe(false);
    await starter.click();
    await expect.poll(total).toBe(before);
  });

  it('says in words what cannot be read, and imports nothing of it', async () => {
    const { page } = await stand.visit();
    const photo = {
      name: 'photo.png',
      mimeType: 'image/png',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2]),
    };
    await chooseFiles(page, photo, textFile('empty.md', ''));
    await page.getByText('这不是文字文件').waitFor();
    await page.getByText('文件是空的').waitFor();
    await page.getByText('没有需要导入的内容').waitFor();
    expect(await page.getByTestId('import-confirm').count()).toBe(0);
  });
});
