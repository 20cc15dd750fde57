import type { Page } from 'playwright-core';

/** A text as the browser takes it from the person's disk. */
export function textFile(name: string, text: string) {
  return { name, mimeType: 'text/plain', buffer: Buffer.from(text, 'utf8') };
}

/** Opens the import page and chooses files there, once it can be used. */
export async function chooseFiles(page: Page, ...files: ReturnType<typeof textFile>[]): Promise<void> {
  await page.goto('/import');
  await page.getByRole('button', { name: '选择文件' }).and(page.locator(':enabled')).waitFor();
  await page.getByTestId('import-files').setInputFiles(files);
}
