import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Set by `npm test`; empty when no browser was found, and the suites are then skipped by name. */
export const chromiumPath = process.env.CHROMIUM_PATH ?? '';

export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** How long any one wait of a test may take. Milliseconds. */
const WAIT_MS = 25_000;

export interface Visit {
  page: Page;
  context: BrowserContext;
  /** What the page wrote as errors, and requests that left the server; both must stay empty. */
  problems: string[];
}

export interface VisitOptions {
  url: string;
  width?: number;
  height?: number;
  dark?: boolean;
  locale?: 'zh-CN' | 'en-US';
}

/** A fresh profile on the server at `url`, with everything recorded that should not happen. */
export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: options.url,
    viewport: { width: options.width ?? 1280, height: options.height ?? 860 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: options.locale ?? 'zh-CN',
    reducedMotion: 'reduce',
  });
  // Shorter than a test's own limit, so that a failure names the line that waited.
  context.setDefaultTimeout(WAIT_MS);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error')
      problems.push(`console: ${message.text()} ${message.location().url}`.trim());
  });
  page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(options.url) || /^(data|blob):/.test(request.url());
    if (!isOwn) problems.push(`request to elsewhere: ${request.url()}`);
  });
  return { page, context, problems };
}
