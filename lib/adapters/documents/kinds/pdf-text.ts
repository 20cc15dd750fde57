import { CJK, type PdfLine, type PdfPage, withoutEdges } from './pdf-lines';

/** What begins a line of its own, however full the line before is: numbers, letters of options, bullets, labels. */
const STARTS =
  /^(?:[（(【[]?(?:\d{1,4}|[A-Ha-h]|[一二三四五六七八九十百]{1,4})[.、．:：)）\]】]|第\s*[\d一二三四五六七八九十百]{1,4}\s*[题章节问]|[-•·●○■□▪◦*–—]\s?|[①-⑳]|(?:Q|A|问|答|问题|答案|解析|Question|Answer|Explanation)\s*\d{0,4}\s*[.:：、])/iu;
/** Larger than the text by this factor, and a line is a heading. */
const HEADING = 1.14;
const MOST_HEADING_LEVELS = 4;
const LONGEST_HEADING = 90;

interface Page extends PdfPage {
  /** Where full lines end. */
  right: number;
  left: number;
}

interface Style {
  /** Font size of the text. */
  body: number;
  /** Usual distance between two lines of a paragraph. */
  leading: number;
  /** Font sizes of headings, largest first. */
  headings: number[];
  /** Whether the whole document is set like code, which then says nothing. */
  isMonospaced: boolean;
}

/** Pages as Markdown: lines joined to paragraphs, larger letters as headings, running heads and page numbers dropped. */
export function pagesToMarkdown(pages: readonly PdfPage[]): string {
  const kept: Page[] = withoutEdges(pages)
    .filter(({ lines }) => lines.length > 0)
    .map((page) => ({
      ...page,
      right: quantile(
        page.lines.map(({ right }) => right),
        0.9,
      ),
      left: quantile(
        page.lines.map(({ x }) => x),
        0.1,
      ),
    }));
  const style = styleOf(kept);
  const blocks: Block[] = [];
  for (const page of kept) {
    let before: PdfLine | null = null;
    for (const line of page.lines) {
      place(line, before, page, style, blocks);
      before = line;
    }
  }
  return `${blocks.map((block, index) => separator(blocks[index - 1], block) + printed(block)).join('')}\n`;
}

interface Block {
  kind: 'text' | 'code' | 'heading';
  level: number;
  text: string;
  last: PdfLine;
  /** Whether white space stands before it. */
  isApart: boolean;
  page: Page;
}

function place(line: PdfLine, before: PdfLine | null, page: Page, style: Style, blocks: Block[]): void {
  const last = blocks.at(-1);
  const level = headingLevel(line, style);
  const isCode = line.isMonospaced && !style.isMonospaced;
  const kind = level > 0 ? 'heading' : isCode ? 'code' : 'text';
  const gap = before === null ? 0 : before.y - line.y;
  const isApart = before === null ? false : gap > style.leading * 1.45 || gap < 0;
  if (
    last?.kind === kind &&
    last.level === level &&
    belongs(last, line, { isApart, isNewPage: before === null }, page)
  )
    join(last, line, page);
  else
    blocks.push({
      kind,
      level,
      text: kind === 'code' ? indented(line, page) : line.text.trim(),
      last: line,
      isApart,
      page,
    });
}

function belongs(
  block: Block,
  line: PdfLine,
  at: { isApart: boolean; isNewPage: boolean },
  page: Page,
): boolean {
  if (block.kind === 'code') return !at.isApart || at.isNewPage;
  if (at.isApart || STARTS.test(line.text)) return false;
  if (block.kind === 'heading') return !at.isNewPage && Math.abs(block.last.size - line.size) < 0.5;
  const { last } = block;
  const isFull = last.right >= block.page.right - last.size * 2.5;
  // A first line set in begins a paragraph; one that hangs does not.
  const isSetIn = line.x > page.left + line.size * 1.2 && line.x > last.x + line.size * 0.8;
  const hasEnded = /[。！？.!?:：;；]$/u.test(last.text) && !isFull;
  return isFull && !isSetIn && !hasEnded && Math.abs(last.size - line.size) <= last.size * 0.1;
}

function join(block: Block, line: PdfLine, page: Page): void {
  const next = line.text.trim();
  if (block.kind === 'code') block.text += `\n${indented(line, page)}`;
  else if (/\p{L}-$/u.test(block.text) && /^\p{Ll}/u.test(next)) block.text = block.text.slice(0, -1) + next;
  else {
    const isCjk = CJK.test(block.text.at(-1) ?? '') || CJK.test(next[0] ?? '');
    block.text += (isCjk ? '' : ' ') + next;
  }
  block.last = line;
  block.page = page;
}

/** Code keeps its indentation, counted in letters of its font (.6 of their size wide). */
function indented(line: PdfLine, page: Page): string {
  const width = Math.max(0, Math.round((line.x - page.left) / (line.size * 0.6)));
  return ' '.repeat(Math.min(40, width)) + line.text.trimStart();
}

function headingLevel(line: PdfLine, { body, headings }: Style): number {
  if (line.size < body * HEADING || line.text.length > LONGEST_HEADING) return 0;
  const level = headings.findIndex((size) => line.size >= size - 0.5);
  return level < 0 ? MOST_HEADING_LEVELS : Math.min(level + 1, MOST_HEADING_LEVELS);
}

function styleOf(pages: readonly Page[]): Style {
  const lines = pages.flatMap((page) => page.lines);
  const weight = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    weight.set(rounded, (weight.get(rounded) ?? 0) + text.length);
  }
  const letters = (some: readonly PdfLine[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const isMonospaced = letters(lines.filter((line) => line.isMonospaced)) > letters(lines) * 0.6;
  const body = [...weight].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
  const headings = [...weight.keys()].filter((size) => size >= body * HEADING).sort((a, b) => b - a);
  const gaps = pages.flatMap((page) =>
    page.lines.slice(1).flatMap((line, index) => {
      const gap = (page.lines[index]?.y ?? 0) - line.y;
      return gap > body * 0.5 && gap < body * 3 ? [gap] : [];
    }),
  );
  return { body, leading: gaps.length > 0 ? quantile(gaps, 0.35) : body * 1.4, headings, isMonospaced };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function separator(before: Block | undefined, block: Block): string {
  if (before === undefined) return '';
  const isPlain = before.kind === 'text' && block.kind === 'text';
  return isPlain && !block.isApart ? '\n' : '\n\n';
}

function printed({ kind, level, text }: Block): string {
  if (kind === 'heading') return `${'#'.repeat(level)} ${text}`;
  return kind === 'code' && text.includes('\n') ? `\`\`\`\n${text}\n\`\`\`` : text;
}
