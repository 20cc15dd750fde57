import { afterEach, describe, expect, it } from 'vitest';
import { say, startOver, viewOf } from './api';
import { chromiumPath } from './chromium';
import { expectAllGoOn, killAfter, Person } from './kill.contract';
import { modelStand } from './model-stand';
import { atRest, write } from './room';
import { forgive } from './stand';

describe.skipIf(chromiumPath === '')('a server that is killed', () => {
  const { stand, model } = modelStand();
  afterEach(() => model.recover());

  it('keeps what was said, shows 未评分 for the grade that was lost, and grades on retry', async () => {
    const { page, problems } = await stand.visit();
    const id = await startOver(stand.url, { mode: 'practice', kinds: ['open'], limit: 2, seed: 9 });
    await page.goto(`/interview/${id}`);
    model.delayMs = 60_000;
    await write(page, '正在评分时断电的回答。');
    await page.getByText('正在核对要点…').first().waitFor();
    await page.getByTestId('composer').fill('断电时正在写的草稿');
    await stand.server.kill();
    await page.getByTestId('unreachable').waitFor();
    await page.getByTestId('composer').fill('断电后接着写的草稿');
    model.recover();
    await stand.restart('kill');
    await page.getByRole('heading', { name: '未评分' }).waitFor();
    await page.getByText('服务中断，评分没有完成。').waitFor();
    expect(await page.getByTestId('composer').inputValue()).toBe('断电后接着写的草稿');
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByTestId('feedback-card').getByText('/ 100').waitFor();
    await page.getByTestId('composer').fill('');
    await atRest(page);
    forgive(problems, /ERR_|net::|Failed to load resource/);
  });

  it('keeps what could not be sent, and stores it once when it is sent again', async () => {
    const { page, problems } = await stand.visit();
    const id = await startOver(stand.url, { mode: 'practice', kinds: ['open'], limit: 2, seed: 9 });
    await page.goto(`/interview/${id}`);
    await page.getByTestId('composer').and(page.locator(':not([readonly])')).waitFor();
    await stand.server.kill();
    await write(page, '服务不在时写好的回答。');
    await page.getByTestId('unreachable').waitFor();
    expect(await page.getByTestId('composer').inputValue()).toBe('服务不在时写好的回答。');
    await stand.restart('kill');
    await page.getByTestId('unreachable').waitFor({ state: 'detached' });
    await page.getByTestId('send').click();
    await page.getByTestId('feedback-card').waitFor();
    await atRest(page);
    expect((await viewOf(stand.url, id)).questions[0]?.answers).toMatchObject([
      { text: '服务不在时写好的回答。', state: 'graded' },
    ]);
    forgive(problems, /ERR_|net::|Failed to load resource/);
  });

  it('keeps a grade whose critique was being written, and finishes the critique', async () => {
    const { page } = await stand.visit();
    const id = await startOver(stand.url, { mode: 'practice', kinds: ['open'], limit: 2, seed: 9 });
    model.critique = '一点一点写出来的点评。'.repeat(400);
    for await (const { event } of say(stand.url, id, { intent: 'answer', text: '先看数据。' })) {
      if (event === 'critique') break;
    }
    await stand.restart('kill');
    model.recover();
    const [answer] = (await viewOf(stand.url, id)).questions[0]?.answers ?? [];
    expect(answer).toMatchObject({ state: 'graded', critique: { state: 'cut' } });
    await page.goto(`/interview/${id}`);
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('region', { name: '点评' }).getByText('下一步').waitFor();
    await atRest(page);
  });

  it('loses nothing acknowledged at three moments of an interview, and goes on', async () => {
    const person = new Person(stand);
    for (const events of [2, 9, 23]) await killAfter(stand, person, events);
    await expectAllGoOn(stand.url, person);
  });
});
