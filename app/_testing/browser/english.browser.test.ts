import { beforeAll, describe, expect, it } from 'vitest';
import { getJson } from './api';
import { chromiumPath } from './chromium';
import { everyPage, type KnownPage } from './pages';
import { forgive, suiteStand } from './stand';

const CHINESE = /[\u4e00-\u9fff]+/g;

describe.skipIf(chromiumPath === '')('the pages in English', () => {
  const stand = suiteStand();
  let pages: KnownPage[] = [];
  let bankText = '';
  beforeAll(async () => {
    pages = await everyPage(stand.url, 'en');
    bankText = JSON.stringify(await getJson(`${stand.url}/api/questions?limit=1000`));
  });

  it('hold no Chinese but what the bank and the person said', async () => {
    const { page, problems } = await stand.visit({ locale: 'en-US' });
    // What the person said, the words that lead back to Chinese, and names of products.
    const own = `嗯，我觉得是这样的，然后呢，就是说大概就是这样。先清洗数据，再训练。切换到中文 通义千问 智谱${bankText}`;
    for (const { name, path } of pages) {
      await page.goto(path);
      await page.getByRole('main').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      const text = await page.locator('body').innerText();
      const strange = (text.match(CHINESE) ?? []).filter((run) => !own.includes(run));
      expect(strange, name).toEqual([]);
    }
    forgive(problems, /404/);
  });

  it('switch to Chinese and back, and remember it', async () => {
    const { page } = await stand.visit({ locale: 'en-US' });
    await page.goto('/settings');
    await page
      .getByRole('button', { name: /中文|Chinese/ })
      .first()
      .click();
    await page.getByRole('heading', { name: '设置', level: 1 }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '设置', level: 1 }).waitFor();
  });
});
