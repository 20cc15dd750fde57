import type { ReadingIssue } from '../../../domain/question-bank';
import { CJK, linesOf, type PdfPage, type PdfRun } from './pdf-lines';
import { pagesToMarkdown } from './pdf-text';
import { conversionIssue, damaged, encrypted, refusal } from './refusals';

/** More pages than any book of questions. */
const MOST_PAGES = 3_000;

type PdfDocument = Awaited<ReturnType<typeof openPdf>>;

/**
 * The text of a PDF as Markdown. Nothing is drawn, run or fetched.
 * Throws AppError invalid: document-damaged, document-encrypted, document-without-text, document-too-complex.
 */
export async function pdfToMarkdown(
  bytes: Uint8Array,
  name: string,
): Promise<{ text: string; issues: ReadingIssue[] }> {
  const pdf = await openPdf(bytes, name);
  try {
    if (pdf.numPages > MOST_PAGES)
      throw refusal('document-too-complex', name, `${name} has more than ${MOST_PAGES} pages. Split it.`);
    const pages: PdfPage[] = [];
    for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number, name));
    const empty = pages.flatMap(({ lines }, index) => (lines.length === 0 ? [index + 1] : []));
    if (empty.length === pages.length)
      throw refusal(
        'document-without-text',
        name,
        `${name} holds pictures of pages and no text. Run text recognition (OCR) over it and import the result.`,
      );
    return { text: pagesToMarkdown(pages), issues: emptyPages(empty) };
  } finally {
    await pdf.cleanup();
  }
}

function emptyPages(pages: readonly number[]): ReadingIssue[] {
  if (pages.length === 0) return [];
  const named = pages.slice(0, 20).join(', ') + (pages.length > 20 ? ' …' : '');
  const message = `Pages without text were left out (pictures need text recognition first): ${named}.`;
  return [conversionIssue('pages-without-text', message, 'warning')];
}

async function openPdf(bytes: Uint8Array, name: string) {
  bringUpToDate();
  const { getDocumentProxy } = await import('unpdf');
  try {
    return await getDocumentProxy(bytes.slice(), {
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw isLocked ? encrypted(name) : damaged(name, 'PDF', error);
  }
}

async function readPage(pdf: PdfDocument, number: number, name: string): Promise<PdfPage> {
  try {
    const page = await pdf.getPage(number);
    const { items, styles } = await page.getTextContent();
    const runs = items.flatMap((item): PdfRun[] => {
      if (!('str' in item)) return [];
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      // The height of upright letters, the width of turned ones.
      const size = Math.hypot(c, d) || Math.hypot(a, b);
      // Chinese letters are all of one width, and many of their fonts say so.
      const isMonospaced = styles[item.fontName]?.fontFamily === 'monospace' && !CJK.test(item.str);
      return [{ text: withLetters(item.str), x, y, width: item.width, size, isMonospaced }];
    });
    const height = page.view[3] ?? 842;
    page.cleanup();
    return { height, lines: linesOf(runs) };
  } catch (error) {
    throw damaged(name, `PDF (page ${number})`, error);
  }
}

/** Some fonts map Chinese letters to the radicals that look like them (U+2E80 to U+2FDF): nobody can search for those. */
function withLetters(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/gu, (radical) => radical.normalize('NFKC'));
}

/** What the library asks of newer Nodes than ours: Promise.try (Node 23) and URL.parse (Node 22). Only in the reading thread. */
function bringUpToDate(): void {
  const promise = Promise as PromiseConstructor & { try?: unknown };
  promise.try ??= (work: (...values: unknown[]) => unknown, ...values: unknown[]) =>
    new Promise((resolve) => resolve(work(...values)));
  const url = URL as typeof URL & { parse?: unknown };
  url.parse ??= (text: string, base?: string) => (URL.canParse(text, base) ? new URL(text, base) : null);
}
