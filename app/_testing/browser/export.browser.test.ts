import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { ImportPreview, Question } from '@/lib/domain/question-bank';
import { getJson } from './api';
import { chromiumPath } from './chromium';
import { suiteStand } from './stand';

interface SavedFile {
  name: string;
  bytes: Buffer;
}

/** Opens the menu on the questions page and saves the bank in one of its formats. */
async function save(page: Page, format: string): Promise<SavedFile> {
  await page.goto('/questions');
  await page.locator('[data-testid="export"]:not([disabled])').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId(`export-${format}`).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

async function contentOfBank(url: string): Promise<unknown[]> {
  const { questions } = await getJson<{ questions: Question[] }>(`${url}/api/questions?limit=1000`);
  return questions.map(contentOf);
}

/** What a question says, as against where it stands. */
function contentOf(question: Partial<Question>): Partial<Question> {
  const { kind, stem, context, options, correct, answer, explanation } = question;
  const { difficulty, topics, tags, keyPoints, mistakes } = question;
  return {
    kind,
    stem,
    context,
    options,
    correct,
    answer,
    explanation,
    difficulty,
    topics,
    tags,
    keyPoints,
    mistakes,
  };
}

async function preview(url: string, { name, bytes }: SavedFile): Promise<ImportPreview> {
  const form = new FormData();
  form.append('files', new File([new Uint8Array(bytes)], name), name);
  // A form is taken from Viva's own pages alone.
  const headers = { origin: new URL(url).origin };
  const response = await fetch(`${url}/api/imports`, { method: 'POST', headers, body: form });
  expect(response.status).toBe(201);
  return (await response.json()) as ImportPreview;
}

describe.skipIf(chromiumPath === '')('exporting the bank', () => {
  const stand = suiteStand();

  it('saves Markdown that, imported again, changes nothing', async () => {
    const { page } = await stand.visit();
    const before = await contentOfBank(stand.url);
    const file = await save(page, 'markdown');
    expect(file.name).toBe('llm-fine-tuning.zh.md');
    expect(file.bytes.toString('utf8')).toMatch(/^---\nviva: bank\/1\n/u);

    await page.goto('/import');
    await page
      .getByTestId('import-files')
      .setInputFiles({ name: file.name, mimeType: 'text/markdown', buffer: file.bytes });
    await page.getByTestId('count-questions').waitFor();
    expect(await page.getByTestId('count-questions').innerText()).toBe(String(before.length));
    expect(await page.getByTestId('count-doubts').innerText()).toBe('0');
    await page.getByTestId('import-confirm').click();
    await page.getByTestId('import-done').waitFor();
    expect(await page.getByTestId('import-done').innerText()).toContain(`未变 ${before.length} 题`);
    expect(await contentOfBank(stand.url)).toEqual(before);
  });

  it.each(['json', 'csv', 'anki'])('saves %s that reads back the same', async (format) => {
    const { page } = await stand.visit();
    const file = await save(page, format);
    const [document] = (await preview(stand.url, file)).documents;
    expect(document?.questions.map(contentOf)).toEqual(await contentOfBank(stand.url));
    // That the bank holds the same already is told; nothing else is.
    expect(document?.issues.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  it('saves only the document that the list is narrowed to', async () => {
    const { page } = await stand.visit();
    const { documents } = await getJson<{ documents: { id: string; name: string }[] }>(
      `${stand.url}/api/bank`,
    );
    await page.goto(`/questions?document=${encodeURIComponent(documents[0]?.id ?? '')}`);
    await page.locator('[data-testid="export"]:not([disabled])').click();
    await page.getByText(`只导出 ${documents[0]?.name}`).waitFor();
    const href = await page.getByTestId('export-json').getAttribute('href');
    expect(href).toContain(`document=${encodeURIComponent(documents[0]?.id ?? '')}`);
  });
});
