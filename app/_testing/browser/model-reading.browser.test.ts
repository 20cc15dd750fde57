import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { Question } from '@/lib/domain/question-bank';
import { type Behaviour, behave, type ScriptedOpenAi, startScriptedOpenAi } from '@/lib/testing';
import { getJson } from './api';
import { expectNoBarriers } from './barriers';
import { chromiumPath } from './chromium';
import { chooseFiles, textFile } from './import-page';
import { suiteStand } from './stand';

const NOTES = `# 养茶笔记

## 存放

绿茶要密封冷藏，因为高温和潮气会让茶多酚氧化，香气很快就散了，开封以后最好一个月内喝完，别和有味道的东西放一起。

为什么普洱不用冷藏？因为它靠慢慢的后发酵变醇，冷藏会让微生物停下来。
`;
const REPLY = {
  questions: [
    {
      start: 5,
      words: '绿茶要密封',
      end: 5,
      stem: '绿茶应该怎样存放，为什么？',
      answer: '',
      reason: '常识题',
    },
    {
      start: 7,
      words: '为什么普洱',
      end: 7,
      stem: '为什么普洱不用冷藏？',
      answer: '',
      reason: '原文自问自答',
    },
    { start: 99, end: 99, stem: '越界的题？', answer: '', reason: '' },
  ],
};

async function upload(page: Page, name: string): Promise<void> {
  await chooseFiles(page, textFile(name, NOTES));
  await page.getByTestId('import-confirm').waitFor();
}

const openPanel = (page: Page) => page.getByText(/^用模型再读一遍/).click();
const proposals = (page: Page) => page.getByTestId('proposal');

describe.skipIf(chromiumPath === '')('letting a model read a document again', () => {
  let model: ScriptedOpenAi | undefined;
  let answer: () => Behaviour = () => behave.json(REPLY);
  afterAll(() => model?.close());
  afterEach(() => {
    answer = () => behave.json(REPLY);
  });
  const stand = suiteStand(async () => {
    model = await startScriptedOpenAi({ script: () => answer() });
    return {
      CHAT_MODEL: 'scripted-reader',
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: 'sk-scripted-0000',
    };
  });

  it('proposes, survives a reload, takes what a person confirms and marks it up to the bank', async () => {
    const { page } = await stand.visit();
    await upload(page, '养茶.md');
    await openPanel(page);
    await page.getByTestId('model-read').click();
    await expect.poll(() => page.getByTestId('model-said').innerText()).toBe('读完了，1 段。');
    await expect.poll(() => proposals(page).count()).toBe(2);
    expect(await page.getByTestId('count-questions').innerText()).toBe('0');
    await page.reload();
    await page.getByTestId('import-confirm').waitFor();
    await openPanel(page);
    await expect.poll(() => proposals(page).count()).toBe(2);
    await page.getByTestId('take-verbatim').click();
    await expect.poll(() => page.getByTestId('count-questions').innerText()).toBe('1');
    await page.getByRole('button', { name: '我确认，采用' }).click();
    await expect.poll(() => page.getByTestId('count-questions').innerText()).toBe('2');
    await page.getByTestId('undo').click();
    await expect.poll(() => page.getByTestId('count-questions').innerText()).toBe('1');
    await page.getByTestId('redo').click();
    await expect.poll(() => page.getByTestId('count-questions').innerText()).toBe('2');
    await page.getByTestId('import-confirm').click();
    await page.getByTestId('import-done').waitFor();

    const { questions } = await getJson<{ questions: Question[] }>(`${stand.url}/api/questions?limit=200`);
    const own = questions.filter(({ documentName }) => documentName === '养茶.md');
    expect(own.map(({ stem, modelWritten }) => [stem, modelWritten])).toEqual([
      ['绿茶应该怎样存放，为什么？', ['stem']],
      ['为什么普洱不用冷藏？', undefined],
    ]);
    await page.goto(`/questions/${own[0]?.id}`);
    await page.getByTestId('model-written-stem').waitFor();
    expect(await page.getByTestId('model-written-answer').count()).toBe(0);
  });

  it('says why a part was not read, and reads it at another try', async () => {
    const { page } = await stand.visit();
    answer = () => behave.tooLong('{"questions":[');
    await upload(page, '养茶二.md');
    await openPanel(page);
    await page.getByTestId('model-read').click();
    await page.getByText(/没能读完：模型的回复中途断了/).waitFor();
    answer = () => behave.json(REPLY);
    await page.getByRole('button', { name: '再试这一段' }).click();
    await proposals(page).first().waitFor();
    expect(await page.getByTestId('model-failed').count()).toBe(0);
  });

  it('stops when told to, and goes on from there', async () => {
    const { page } = await stand.visit();
    answer = () => behave.slowly(JSON.stringify(REPLY), 20_000);
    await upload(page, '养茶三.md');
    await openPanel(page);
    await page.getByTestId('model-read').click();
    await page.getByTestId('model-stop').click();
    await page.getByText('还有 1 段没有读。').waitFor();
    answer = () => behave.json(REPLY);
    await page.getByTestId('model-read').click();
    await proposals(page).first().waitFor();
  });

  it.each([
    ['light', 1280],
    ['dark', 390],
  ] as const)('is free of serious barriers in %s at %i px', async (scheme, width) => {
    const { page } = await stand.visit({ width, dark: scheme === 'dark' });
    await upload(page, `养茶 ${width}.md`);
    await openPanel(page);
    await page.getByTestId('model-read').click();
    await proposals(page).first().waitFor();
    await expectNoBarriers(page, `${scheme} at ${width} px`);
  });
});
