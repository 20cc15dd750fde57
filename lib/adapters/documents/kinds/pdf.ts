import type { ReadingIssue } from '../../../domain/question-bank';
import { isMonospaced } from './fonts';
import { characterMaps } from './pdf-cmaps';
import { CJK, type PdfPage, type PdfRun, piecesOf } from './pdf-lines';
import { pagesToMarkdown } from './pdf-text';
import { conversionIssue, damaged, encrypted, refusal } from './refusals';
import { withTasks } from './tasks';

/** More pages than any book of questions. */
const MOST_PAGES = 3_000;

type PdfDocument = Awaited<ReturnType<typeof openPdf>>;
type PdfPageProxy = Awaited<ReturnType<PdfDocument['getPage']>>;

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
    return { text: withTasks(pagesToMarkdown(pages)), issues: emptyPages(empty) };
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
      // Looked up nowhere: the tables are made here.
      cMapUrl: 'none/',
      useWorkerFetch: false,
      cMapPacked: false,
      BinaryDataFactory: characterMaps(),
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
    const words = items.filter((item) => 'str' in item);
    const fonts = await fontsOf(page, new Set(words.map(({ fontName }) => fontName)));
    const runs = words.map((item): PdfRun => {
      const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
      // The height of upright letters, the width of turned ones.
      const size = Math.hypot(c, d) || Math.hypot(a, b);
      const font = fonts.get(item.fontName) ?? '';
      // Chinese letters are all of one width, and many of their fonts say so.
      const isTyped = styles[item.fontName]?.fontFamily === 'monospace' || isMonospaced(font);
      return {
        text: withLetters(item.str),
        x,
        y,
        width: item.width,
        size,
        isMonospaced: isTyped && !CJK.test(item.str),
        isBold: BOLD.test(font),
      };
    });
    const [left = 0, bottom = 0, right = 595, top = 842] = page.view;
    page.cleanup();
    return { width: right - left, height: top - bottom, lines: piecesOf(runs) };
  } catch (error) {
    throw damaged(name, `PDF (page ${number})`, error);
  }
}

/** Fonts by name; the black ones of Chinese systems are what their documents set questions in. */
const BOLD = /bold|black|heavy|demi|simhei|heiti|fzhei|黑体/iu;

/** The names of fonts, which only the drawing of a page tells; a page whose fonts are known is not drawn. */
async function fontsOf(page: PdfPageProxy, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const isKnown = (id: string) => page.commonObjs.has(id);
  // Without the list of what to draw, nothing is known of bold letters: the text is the same.
  if (![...ids].every(isKnown)) await page.getOperatorList().catch(() => undefined);
  return new Map(
    [...ids]
      .filter(isKnown)
      .map((id) => [id, String((page.commonObjs.get(id) as { name?: string }).name ?? '')]),
  );
}

/** Radicals that look like letters and have none in Unicode's tables of equal ones (Unicode, EquivalentUnifiedIdeograph). */
const RADICALS =
  '⺁厂⺄乙⺈刀⺌小⺍小⺎兀⺒巳⺓幺⺛旡⺜日⺝月⺞歺⺟母⺠民⺧牛⺩王⺪疋⺬示⺮竹⺶羊⺷羊⺸羊⺻聿⺼肉⺽臼⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長⻒镸⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const LETTERS_OF_RADICALS = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_, index) => [RADICALS[index * 2], RADICALS[index * 2 + 1]]),
);
/** Bullets of the fonts Symbol and Wingdings, where PDF keeps them: in Unicode's private use. */
const BULLETS: Record<string, string> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf075': '◆',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
};

/** Some fonts map Chinese letters to the radicals that look like them (U+2E80 to U+2FDF): nobody can search for those. */
function withLetters(text: string): string {
  return text
    .replace(/[\u2e80-\u2fdf]/gu, (radical) => LETTERS_OF_RADICALS.get(radical) ?? radical.normalize('NFKC'))
    .replace(/[\uf0b7\uf0a7\uf06c\uf06e\uf075\uf0d8\uf0fc]/gu, (sign) => BULLETS[sign] ?? sign);
}

/** What the library asks of newer Nodes than ours: Promise.try (Node 23), URL.parse (Node 22) and transfers of
 * buffers (Node 21). Only in the reading thread. */
function bringUpToDate(): void {
  const promise = Promise as PromiseConstructor & { try?: unknown };
  promise.try ??= (work: (...values: unknown[]) => unknown, ...values: unknown[]) =>
    new Promise((resolve) => resolve(work(...values)));
  const buffer = ArrayBuffer.prototype as ArrayBuffer & { transferToFixedLength?: unknown };
  buffer.transferToFixedLength ??= function transfer(this: ArrayBuffer, length?: number) {
    return this.slice(0, length);
  };
  const url = URL as typeof URL & { parse?: unknown };
  url.parse ??= (text: string, base?: string) => (URL.canParse(text, base) ? new URL(text, base) : null);
}
